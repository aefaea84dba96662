/**
 * Puts a text on the clipboard that may still be on its way; throws when the browser does not let the page. Called within a press, so
 * that a browser which forgets the press before the text is there still allows it.
 */
export async function writeClipboard(text: Promise<string>): Promise<void> {
  if (navigator.clipboard !== undefined && typeof ClipboardItem !== 'undefined') {
    const blob = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  } else if (navigator.clipboard !== undefined) {
    await navigator.clipboard.writeText(await text);
  } else {
    copyFromField(await text);
  }
}

/** Pages that are not served securely have no clipboard; the old way works there. */
function copyFromField(text: string): void {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!done) throw new Error();
}
