// jsdom knows `<dialog>` but not how to open and close one. This does what a browser does as far as a test of a
// screen can see it; real dialogs (focus, the top layer, Escape) are proved by the browser tests.
function open(this: HTMLDialogElement): void {
  this.setAttribute('open', '')
}

function close(this: HTMLDialogElement, returnValue?: string): void {
  if (!this.hasAttribute('open')) return
  if (returnValue !== undefined) this.returnValue = returnValue
  this.removeAttribute('open')
  this.dispatchEvent(new Event('close'))
}

export function giveJsdomDialogs(): void {
  const dialog = HTMLDialogElement.prototype
  if (typeof dialog.showModal === 'function') return
  Object.assign(dialog, { show: open, showModal: open, close })
}
