/** A start that fails, in words for whoever reads the terminal: what is wrong and which setting to look at. */
import path from 'node:path'
import { UnusableProviderError } from './oidc/oidc-settings.ts'
import { MovedStoreError } from './store/moved-store-error.ts'
import { NewerStoreError } from './store/newer-store-error.ts'
import { UnsafeSqliteError } from './store/open-store.ts'
import { UnusableDatabaseError } from './store/unusable-database-error.ts'
import { UnusableProxyError } from './http/trusted-proxy.ts'
import { explainPlaces } from './places/explain-places.ts'
import { PlaceSettingError, UnusablePlacesError } from './places/place-fault.ts'
import { FolderInsideDataError, HalfCertificateError, type Settings } from './settings.ts'
import { UnusableCertificateError } from './tls/certificate-files.ts'

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

/** Settings about the way in: HTTPS and proxies; null for anything else. */
function explainWayIn(error: unknown): string | null {
  if (error instanceof HalfCertificateError) {
    return `SOTAY_TLS_CERT và SOTAY_TLS_KEY phải được đặt cùng nhau.\nSOTAY_TLS_CERT and SOTAY_TLS_KEY have to be set together.`
  }
  if (error instanceof UnusableCertificateError) {
    const { cert, key } = error.files
    return `Không dùng được chứng thư "${cert}" với khóa "${key}"; kiểm tra SOTAY_TLS_CERT và SOTAY_TLS_KEY.\nThe certificate "${cert}" cannot be used with the key "${key}" (${error.message}); check SOTAY_TLS_CERT and SOTAY_TLS_KEY.`
  }
  if (error instanceof UnusableProviderError) {
    return `${error.setting} còn thiếu hoặc không dùng được; xem phần đăng nhập trong hướng dẫn vận hành.\n${error.setting} is missing or cannot be used; see the operator's guide on signing in.`
  }
  if (error instanceof UnusableProxyError) {
    return `"${error.entry}" trong SOTAY_TRUST_PROXY không phải địa chỉ hay mạng.\n"${error.entry}" in SOTAY_TRUST_PROXY is no address and no network.`
  }
  return null
}

/** What went wrong at the start, for whoever reads the terminal. */
export function explainStart(error: unknown, { port, host, dataDir, backupDir, journalDir }: Explained): string {
  const wayIn = explainWayIn(error)
  if (wayIn !== null) return wayIn
  if (error instanceof UnusablePlacesError) return explainPlaces(error)
  if (error instanceof PlaceSettingError) {
    return `Chưa dùng được thiết đặt về đơn vị: ${error.message}\nA setting about places cannot be used: ${error.message}`
  }
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
