// A workbook made on this device, handed to the browser's downloads.
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { downloadFile } from './download-file.ts'
import type { Platform } from './screen-props.ts'

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function saveWorkbook(
  platform: Pick<Platform, 'workbooks'>,
  name: string,
  workbook: Workbook,
): Promise<void> {
  const workbooks = await platform.workbooks?.()
  if (workbooks) downloadFile({ name, bytes: await workbooks.write(workbook) }, SHEET_TYPE)
}
