import { describe, expect, it } from 'vitest'
import { chosenKind, documentKind, documentRefusal } from '#domain/evidence/document-content.ts'
import { documentExtension, isDocumentMime, MOST_DOCUMENT_BYTES } from '#domain/evidence/document-mime.ts'
import { aDocx, anOdf, anXlsx, aPdf, aZip, latin, utf8 } from '#support/evidence/documents.ts'

const extensionOf = (bytes: Uint8Array, name = ''): string => {
  const kind = chosenKind(bytes, name)
  return kind.ok ? documentExtension(kind.value) : kind.error.code
}

describe('what a chosen document is', () => {
  it.each([
    ['a PDF', aPdf(), '', 'pdf'],
    ['a Word file', aDocx(), '', 'docx'],
    ['a workbook', anXlsx(), '', 'xlsx'],
    ['an OpenDocument text', anOdf('text'), '', 'odt'],
    ['an OpenDocument workbook', anOdf('spreadsheet'), '', 'ods'],
    ['Vietnamese text', utf8('Quyết định số 12\r\n\tĐiều 1'), 'x.txt', 'txt'],
    ['a list of values', utf8('\ufeffxã;điểm\nĐoàn Kết;3\n'), 'Bảng.CSV', 'csv'],
    ['a PDF called a Word file', aPdf(), 'x.docx', 'pdf'],
    ['a list where one value is smaller', utf8('a < b; "c <d>"\n'), 'x.csv', 'csv'],
  ])('EVI-11: %s', (_what, bytes, name, extension) => {
    expect(extensionOf(bytes, name)).toBe(extension)
  })

  it.each([
    ['a page', utf8('<!DOCTYPE html><p>x'), 'evidence.file-active'],
    ['a page behind words', utf8('Xin chào <script>alert(1)</script>'), 'evidence.file-active'],
    ['a drawing', utf8('\ufeff  <svg onload="alert(1)"/>'), 'evidence.file-active'],
    ['a shell script', utf8('#!/bin/sh\nrm x\n'), 'evidence.file-active'],
    ['a Windows program', latin('MZ\x90\0\x03'), 'evidence.file-active'],
    ['a Word file with macros', aDocx({ 'word/vbaProject.bin': 'x' }), 'evidence.file-macros'],
    ['a workbook with old macro sheets', anXlsx({ 'xl/macrosheets/sheet1.xml': 'x' }), 'evidence.file-macros'],
    ['a Word file with ActiveX', aDocx({ 'word/activeX/activeX1.bin': 'x' }), 'evidence.file-macros'],
    ['an OpenDocument text with macros', anOdf('text', { 'Basic/Standard/a.xml': 'x' }), 'evidence.file-macros'],
    ['a .doc, or a locked .docx', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'evidence.file-old-office'],
    ['an archive', aZip({ 'a.exe': 'MZ' }), 'evidence.file-kind'],
    ['two kinds in one', aDocx({ 'xl/workbook.xml': 'x' }), 'evidence.file-kind'],
    ['a presentation', anOdf('presentation'), 'evidence.file-kind'],
    ['a cut archive', aDocx().subarray(0, -3), 'evidence.file-kind'],
    ['an archive behind a page', new Uint8Array([...utf8('PK<html>'), ...aDocx()]), 'evidence.file-kind'],
    ['text of an old code page', latin('Quy\xea\xcct \xf0i\xf2nh'), 'evidence.file-kind'],
    ['text with a null', utf8('a\0b'), 'evidence.file-kind'],
    ['half a letter', utf8('Đ').subarray(0, 1), 'evidence.file-kind'],
    ['nothing', utf8(''), 'evidence.file-kind'],
  ])('EVI-12: %s is refused', (_what, bytes, code) => {
    expect(extensionOf(bytes, 'x.txt')).toBe(code)
  })

  it('EVI-11: one byte beyond the limit is refused, whatever it is', () => {
    const large = new Uint8Array(MOST_DOCUMENT_BYTES + 1).fill(0x61)
    expect(documentKind(large.subarray(1))).toMatchObject({ ok: true })
    expect(documentKind(large)).toEqual({
      ok: false,
      error: { code: 'evidence.file-too-large', params: { megabytes: 5 } },
    })
  })

  it('EVI-12: every cut of every kind is told without a failure', () => {
    for (const bytes of [aDocx(), anXlsx(), anOdf('text')])
      for (let end = 2; end < bytes.length; end++) expect(documentKind(bytes.subarray(0, end)).ok).toBe(false)
  })

  it('EVI-13: bytes are held against what was announced, a list of values counting as text', () => {
    const odt = 'application/vnd.oasis.opendocument.text'
    expect(documentRefusal(anOdf('text'), odt)).toBeNull()
    expect(documentRefusal(utf8('a;b'), 'text/csv')).toBeNull()
    expect(documentRefusal(aPdf(), odt)?.code).toBe('evidence.file-kind')
    expect(documentRefusal(utf8('<html>'), 'text/plain')?.code).toBe('evidence.file-active')
    expect(documentRefusal(aPdf(), 'text/html')?.code).toBe('evidence.file-kind')
    expect([isDocumentMime('text/html'), isDocumentMime('toString')]).toEqual([false, false])
  })
})
