// Ways a file leaves this browser: the share sheet of a phone, a place the person chooses, or the downloads folder. What
// the browser lacks is not offered; a person who thinks better of it has done nothing wrong.

/** Read by the system's own dialogs. */
const MIME = 'application/octet-stream'

interface SaveTarget {
  createWritable(): Promise<{ write(data: Blob): Promise<void>; close(): Promise<void> }>
}

type SavePicker = (options: { readonly suggestedName: string }) => Promise<SaveTarget>

export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** `cancelled`: the person closed the dialog. */
export type LeaveOutcome = 'done' | 'cancelled' | 'failed'

const fileOf = ({ name, bytes }: NamedBytes): File => new File([bytes], name, { type: MIME })

export function canShare(file: NamedBytes): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [fileOf(file)] })
}

async function attempt(leave: () => Promise<void>): Promise<LeaveOutcome> {
  try {
    await leave()
    return 'done'
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed'
  }
}

export const shareFile = (file: NamedBytes): Promise<LeaveOutcome> =>
  attempt(() => navigator.share({ files: [fileOf(file)] }))

/** Long enough for the slowest download to have begun. */
const KEPT_MS = 60_000

function download(file: NamedBytes): void {
  const url = URL.createObjectURL(fileOf(file))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

export function saveFile(file: NamedBytes): Promise<LeaveOutcome> {
  const pick = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker
  return attempt(async () => {
    if (typeof pick !== 'function') return download(file)
    const target = await (await pick({ suggestedName: file.name })).createWritable()
    await target.write(fileOf(file))
    await target.close()
  })
}
