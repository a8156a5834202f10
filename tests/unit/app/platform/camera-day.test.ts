import { describe, expect, it } from 'vitest'
import { cameraDay } from '#app/platform/camera-day.ts'
import { withCameraNotes } from '#support/camera-notes.ts'

const bare = Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0x00, 0x04, 0, 0, 0xff, 0xda, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])
const photo = withCameraNotes(bare, '2026:10:02 08:15:00')

describe('the day in a camera’s file', () => {
  it('EVI-7: is read out of its notes', () => {
    expect(cameraDay(photo)).toBe('2026-10-02')
    expect(cameraDay(new Uint8Array(Buffer.concat([Buffer.alloc(5), photo])).subarray(5))).toBe('2026-10-02')
  })

  it('EVI-7: is not made up where the notes are missing, cut, or name no day', () => {
    expect(cameraDay(bare)).toBeNull()
    expect(cameraDay(new Uint8Array())).toBeNull()
    expect(cameraDay(withCameraNotes(bare, '2026:02:31 08:15:00'))).toBeNull()
    expect(cameraDay(withCameraNotes(bare, '0000:00:00 00:00:00'))).toBeNull()
    for (let length = 0; length < photo.length - 30; length++)
      expect([null, '2026-10-02']).toContain(cameraDay(photo.subarray(0, length)))
  })
})
