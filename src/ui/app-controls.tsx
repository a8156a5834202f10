// What the app as a whole can do for a screen that lists such things (settings, more): look, installing, storage, people
// on this device. A context like the links': the kit declares the shape, the app fills it in.
import { createContext, type ReactNode, use } from 'react'
import type { Theme } from './theme.ts'

export type DevicePerson = { readonly id: string; readonly name: string; readonly isCurrent: boolean }

/** `available`: one press installs. `by-hand`: the browser wants the person to do it (Safari on iPhone and iPad). */
export type InstallState = 'installed' | 'available' | 'by-hand' | 'unavailable'

type PinDone = Promise<
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly error: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> | undefined }
    }
>

/** What a person may do with the PIN of their store. */
export type PinControls = {
  readonly setPin: (pin: string) => PinDone
  readonly changePin: (pin: string, next: string) => PinDone
  readonly removePin: (pin: string) => PinDone
  /** Opening by fingerprint or face beside the PIN; `none` where this browser or this device cannot. */
  readonly passkey: () => Promise<'on' | 'off' | 'none'>
  /** `name`: under which the device lists it. */
  readonly addPasskey: (pin: string, name: string) => PinDone
  readonly removePasskey: () => PinDone
  /** Another PIN, proved by fingerprint or face. */
  readonly renewPin: (next: string) => PinDone
  readonly idleMinutes: () => Promise<number>
  readonly setIdleMinutes: (minutes: number) => PinDone
}

export type AppControls = {
  readonly theme: Theme
  readonly setTheme: (theme: Theme) => void
  readonly installState: InstallState
  readonly install: () => Promise<void>
  /** Whether the browser promised not to delete the data by itself; undefined where it cannot tell. */
  readonly isStoragePersisted: boolean | undefined
  readonly requestPersistence: () => Promise<boolean>
  /** Bytes used and allowed, as the browser estimates them. */
  readonly storageEstimate: () => Promise<{ readonly usage: number; readonly quota: number } | null>
  readonly people: readonly DevicePerson[]
  readonly switchPerson: (id: string) => Promise<void>
  /** Closes the store and shows the sign-in screen; everything stays on the device. */
  readonly leave: () => Promise<void>
  /** Whether the store at work is sealed under a PIN. */
  readonly hasPin: boolean
  /** Closes the sealed store until its PIN is given. */
  readonly lock: () => Promise<void>
  /** Its code comes with the first use. */
  readonly pin: () => Promise<PinControls>
  /** Changes that are on this device only, once what can leave in a moment has left: takes up to some seconds. */
  readonly unsent: () => Promise<number>
  /** Training with made-up data, in place of whoever is at work; inside it, the same begun anew. */
  readonly rehearse: () => Promise<void>
  /** Absent where nobody rehearses. */
  readonly endRehearsal?: () => Promise<void>
  readonly version: string
}

const AppControlsContext = createContext<AppControls | undefined>(undefined)

type AppControlsProviderProps = { readonly controls: AppControls; readonly children: ReactNode }

export const AppControlsProvider = ({ controls, children }: AppControlsProviderProps) => (
  <AppControlsContext value={controls}>{children}</AppControlsContext>
)

/** Undefined outside the app, as in a test of one screen. */
export const useAppControls = (): AppControls | undefined => use(AppControlsContext)
