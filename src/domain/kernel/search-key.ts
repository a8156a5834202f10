/**
 * Folds Vietnamese text so that "hoa binh", "Hoà Bình" and "Hòa Bình" are found alike:
 * NFC or NFD, either placement of the tone mark, đ/Đ, case and doubled spaces make no difference.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
