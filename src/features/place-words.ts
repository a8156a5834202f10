// The name of a commune where a paper does not take it as it stands: inside a sentence, and before the day.

/** "Xã Đoàn Kết" begins a line; inside a sentence it is "xã Đoàn Kết". */
export const insideSentence = (commune: string): string => commune.charAt(0).toLocaleLowerCase('vi') + commune.slice(1)

/** Before the day stands the name without its kind, unless it is a number: "Đoàn Kết", "Lạng Sơn", but "Phường 1". */
export const localityOf = (commune: string): string =>
  commune.replace(/^(xã|phường|thị trấn|đặc khu|địa bàn|tỉnh)\s+(?=\D)/iu, '')
