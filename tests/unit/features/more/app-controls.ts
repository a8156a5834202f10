// What the app can do for a screen, with every wish recorded.
import type { AppControls } from '#ui/app-controls.tsx'

export interface RecordedControls extends AppControls {
  readonly asked: string[]
}

export function someControls(more: Partial<AppControls> = {}): RecordedControls {
  const asked: string[] = []
  const note = async (wish: string) => {
    asked.push(wish)
  }
  return {
    asked,
    theme: 'auto',
    setTheme: (theme) => void note(`theme ${theme}`),
    installState: 'available',
    install: () => note('install'),
    isStoragePersisted: false,
    requestPersistence: async () => {
      await note('persist')
      return true
    },
    storageEstimate: async () => ({ usage: 12_300_000, quota: 2_000_000_000 }),
    people: [
      { id: 'one', name: 'Thư ký ISO', isCurrent: true },
      { id: 'two', name: 'Chủ tịch', isCurrent: false },
    ],
    switchPerson: (id) => note(`switch ${id}`),
    leave: () => note('leave'),
    hasPin: false,
    lock: () => note('lock'),
    pin: () => Promise.reject(new Error('no PIN in this test')),
    unsent: async () => 0,
    rehearse: () => note('rehearse'),
    version: '0.1.0',
    ...more,
  }
}
