/** A fictional confirmation ID as it is written down, in its eight blocks. */
export const confirmationText = '222222 333333 444444 555555 666666 777777 888888 999999'
