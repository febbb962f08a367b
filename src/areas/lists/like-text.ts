/** Lower case, with the characters that LIKE reads otherwise taken as they are. */
export const likeText = (typed: string): string => typed.toLowerCase().replace(/[\\%_]/g, '\\$&')
