/** A start that fails, in words for whoever reads the terminal: what is wrong and which setting to look at. */
import path from 'node:path'
import { MovedStoreError } from './store/moved-store-error.ts'
import { NewerStoreError } from './store/newer-store-error.ts'
import { UnsafeSqliteError } from './store/open-store.ts'
import { UnusableDatabaseError } from './store/unusable-database-error.ts'
import { FolderInsideDataError, type Settings } from './settings.ts'

const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

type Explained = Pick<Settings, 'port' | 'host' | 'dataDir'> & Partial<Settings>

type Folders = Readonly<Record<'dataDir' | 'backupDir' | 'journalDir', string | undefined>>

const UNWRITABLE = ['EACCES', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ERR_SQLITE_ERROR', 'EPERM', 'ENOSPC']

/** Which of the folders it was; the data folder where the error does not say. */
function folderOf(error: unknown, { dataDir, backupDir, journalDir }: Folders): readonly [string, string] {
  const at = (error as { path?: string }).path ?? ''
  const isIn = (folder: string | undefined): boolean => folder !== undefined && at.startsWith(path.resolve(folder))
  if (isIn(backupDir)) return ['SOTAY_BACKUPS', backupDir ?? '']
  return isIn(journalDir) ? ['SOTAY_JOURNAL', journalDir ?? ''] : ['SOTAY_DATA', dataDir ?? '']
}

/** What went wrong at the start, for whoever reads the terminal. */
export function explainStart(error: unknown, { port, host, dataDir, backupDir, journalDir }: Explained): string {
  if (isCode(error, 'EADDRINUSE')) {
    return `Cổng ${port} đang được dùng; đặt PORT khác rồi chạy lại.\nPort ${port} is in use; set another PORT and start again.`
  }
  if (isCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND')) {
    return `Không dùng được địa chỉ ${host}; kiểm tra HOST.\nThe address ${host} cannot be used; check HOST.`
  }
  if (isCode(error, ...UNWRITABLE)) {
    const [setting, folder] = folderOf(error, { dataDir, backupDir, journalDir })
    return `Không ghi được vào thư mục "${folder}"; kiểm tra ${setting} và quyền ghi.\nCannot write to the folder "${folder}"; check ${setting} and its permissions.`
  }
  if (error instanceof FolderInsideDataError) {
    return `${error.setting} phải nằm ngoài thư mục dữ liệu "${dataDir}": mất thư mục đó là mất cả hai.\n${error.setting} has to lie outside the data folder "${dataDir}": whoever loses that would lose both.`
  }
  if (error instanceof NewerStoreError) {
    return `Dữ liệu trong "${dataDir}" thuộc phiên bản mới hơn; hãy cập nhật phần mềm.\nThe data in "${dataDir}" belongs to a newer version; update the software.`
  }
  if (error instanceof UnsafeSqliteError) {
    return `Cần SQLite từ 3.51.3; tìm thấy: ${error.found.join(', ')}.\nSQLite 3.51.3 or newer is needed; found: ${error.found.join(', ')}.`
  }
  if (error instanceof MovedStoreError) {
    return `Dữ liệu trong "${dataDir}" đã chuyển sang PostgreSQL; hãy đặt DATABASE_URL.\nThe data in "${dataDir}" has moved to PostgreSQL; set DATABASE_URL.`
  }
  if (error instanceof UnusableDatabaseError) {
    return `Không dùng được cơ sở dữ liệu trong DATABASE_URL: ${error.message}\nThe database in DATABASE_URL cannot be used: ${error.message}`
  }
  return `Không khởi động được.\nCould not start.\n${error instanceof Error ? error.stack : String(error)}`
}
