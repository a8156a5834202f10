// Addresses of the screens about reviews of the leaders.
export const REVIEWS_PATH = '/management-review'
export const reviewPath = (unit: string, id: string): string => `${REVIEWS_PATH}/${unit}/${id}`
