import { describe, expect, it } from 'vitest'
import errorCodes from '../../../assets/data/error-codes.json' with { type: 'json' }
import symbols from '../../../assets/data/slerror-symbols.json' with { type: 'json' }
import type { AppError } from '../../../src-main/contract/app-error.ts'
import {
  codeSentence,
  explainAppError,
  explainCode,
  withExplanation,
} from '../../../src-main/licensing/error-explanations.ts'
import { formatCode, hresultFromWin32, parseCode } from '../../../src-main/licensing/result-code.ts'

describe('reading a result code', () => {
  it.each([
    ['0xC004F074', 0xc004f074],
    ['0xc004f074', 0xc004f074],
    ['C004F074', 0xc004f074],
    ['80070005', 0x80070005],
    ['-1073418124', 0xc004f074],
    ['3221549172', 0xc004f074],
    ['5', 5],
    ['0x0', 0],
    ['Error: 0xC004F074 The KMS host could not be contacted', 0xc004f074],
    ['Activation failed (error code: -1073418124).', 0xc004f074],
  ])('%s', (text, code) => {
    expect(parseCode(text)).toBe(code)
  })
  it.each(['', 'no code', '99999999999', '0xC004F0741', '10.0.20348', '-9999999999'])('finds none in %j', (text) => {
    expect(parseCode(text)).toBeNull()
  })
  it('reads back what it writes', () => {
    for (let code = 0; code <= 0xffffffff; code += 0x01234567) {
      expect(parseCode(formatCode(code))).toBe(code)
      expect(parseCode(String(code | 0)) === code || /^\d{8}$/.test(String(code | 0))).toBe(true)
    }
  })
  it('makes an HRESULT of a Win32 code alone', () => {
    expect([hresultFromWin32(5), hresultFromWin32(0), hresultFromWin32(0xc004f074)]).toEqual([
      0x80070005, 0, 0xc004f074,
    ])
  })
})

describe('explaining a result code', () => {
  it('explains every listed code and names every listed symbol', () => {
    const explained = errorCodes.map(({ code }) => [code, explainCode(code)?.meaning])
    expect(explained).toEqual(errorCodes.map(({ code, meaning }) => [code, meaning]))
    expect(symbols.filter(({ code }) => !explainCode(code)?.symbol)).toEqual([])
  })
  it('gives meaning, causes and steps', () => {
    expect(explainCode(0xc004f074)).toMatchObject({
      code: '0xC004F074',
      symbol: 'SL_E_VL_BINDING_SERVICE_UNAVAILABLE',
      meaning: 'No KMS could be contacted',
      uncertain: false,
    })
    expect(explainCode(0xc004f074)?.fixSteps.length).toBeGreaterThan(0)
    expect(explainCode(-1073418124)?.code).toBe('0xC004F074')
  })
  it('explains a small Win32 code as its HRESULT', () => {
    expect(explainCode('5')?.meaning).toBe('Access denied')
  })
  it('explains a code of the batch activation service', () => {
    expect(explainCode('BAS 0x7f')?.code).toBe('BAS 0x7F')
  })
  it('knows some codes by symbol alone', () => {
    const listed = new Set(errorCodes.map(({ code }) => code))
    const bare = symbols.find(({ code }) => !listed.has(code))
    expect(bare && explainCode(bare.code)).toMatchObject({ meaning: null, fixSteps: [], symbol: bare?.symbol })
  })
  it('says nothing of a code it does not know', () => {
    expect(explainCode(0x12345678)).toBeNull()
    expect(explainCode('nothing')).toBeNull()
    expect(codeSentence(0x12345678)).toBe('0x12345678')
    expect(codeSentence(0xc004f074)).toBe('0xC004F074: No KMS could be contacted')
  })
})

describe('explaining an error of the app', () => {
  const error: AppError = { code: 'licensing-refused', message: 'The key was not installed.', retryable: false }
  it('adds meaning and remedy of its code', () => {
    const explained = withExplanation({ ...error, hresult: 0x80070005 })
    expect(explained.message).toBe('The key was not installed. Access denied (0x80070005).')
    expect(explained.remedy).toBe('Run elevated.')
    expect(explainAppError({ ...error, hresult: 0x80070005 })?.meaning).toBe('Access denied')
  })
  it('keeps a remedy that is there', () => {
    expect(withExplanation({ ...error, hresult: 0x80070005, remedy: 'Ask.' }).remedy).toBe('Ask.')
  })
  it('leaves an error without a known code as it is', () => {
    expect(withExplanation(error)).toBe(error)
    expect(explainAppError(error)).toBeNull()
    const unknown = { ...error, hresult: 0x12345678 }
    expect(withExplanation(unknown)).toBe(unknown)
  })
})
