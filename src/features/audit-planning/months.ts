// January to December by number.
export const months: readonly number[] = Array.from({ length: 12 }, (_, i) => i + 1)
