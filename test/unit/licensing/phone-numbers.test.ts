import { describe, expect, it } from 'vitest'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import {
  depositConfirmationCommand,
  parsePhoneNumbers,
  phoneSentence,
  showInstallationIdCommand,
  whereToCall,
} from '../../../src-main/licensing/phone-numbers.ts'
import { decodeText, encodeUtf16 } from '../../../src-main/licensing/text-encoding.ts'

const file = [
  '[Version]',
  'Signature = $Chicago$',
  '',
  '[IsoCodes]',
  '; fictional numbers',
  'USB,,,%United_States_of_B%,888-555-0100,716-555-0101',
  'DEX,,,%Germania%,%not_available%, +49 30 555 0102 %or% +49 30 555 0103',
  'ANX,,,%Anguilla%,0800 555 0104 ,%not_available%',
  'CCX,,,%Collectia%,%Not_Available%,%Collect_call%',
  'NOX,,,%Nowhere%,%not_available%,%not_available%',
  'broken line',
  '',
  '[TapiCodes]',
  '1 = USB',
  '',
  '[Strings]',
  'not_available       =   "nicht verfügbar"',
  'Germania = "Germania (test)"',
  'anguilla=Anguilla',
  'or          =   "or"',
  'Collect_call  = "Make a collect call to 555-0105. (It costs you nothing = 0)"',
].join('\r\n')

const here: TargetRef = { place: 'this-computer' }
const there: TargetRef = { place: 'network', host: 'kms01' }

describe('phone.inf', () => {
  it('is read into countries with their numbers, sorted by name', () => {
    expect(parsePhoneNumbers(file)).toEqual([
      { code: 'ANX', country: 'Anguilla', tollFree: '0800 555 0104', toll: null },
      {
        code: 'CCX',
        country: 'Collectia',
        tollFree: null,
        toll: 'Make a collect call to 555-0105. (It costs you nothing = 0)',
      },
      { code: 'DEX', country: 'Germania (test)', tollFree: null, toll: '+49 30 555 0102 or +49 30 555 0103' },
      { code: 'USB', country: 'United States of B', tollFree: '888-555-0100', toll: '716-555-0101' },
    ])
  })

  it('is read from UTF-16 and from 8-bit text', () => {
    const expected = parsePhoneNumbers(file)
    for (const bytes of [encodeUtf16(file), Buffer.from(file, 'utf8'), Buffer.from(file, 'latin1')]) {
      expect(parsePhoneNumbers(decodeText(bytes) ?? '')).toEqual(expected)
    }
    expect(decodeText(Buffer.from('verfügbar', 'latin1'))).toBe('verfügbar')
    expect(decodeText(Buffer.from('verfügbar', 'utf8'))).toBe('verfügbar')
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0, 0]))).toBeNull()
  })

  it('does not mind the case of sections, other line ends and a mark at the start', () => {
    const text = `\ufeff${file.replace('[IsoCodes]', '[ISOCODES]').replaceAll('\r\n', '\n')}`
    expect(parsePhoneNumbers(text)).toHaveLength(4)
    const atStart = '\ufeff[IsoCodes]\nUSB,,,%A%,1,2'
    expect(parsePhoneNumbers(atStart)).toEqual([{ code: 'USB', country: 'A', tollFree: '1', toll: '2' }])
  })

  it('takes indented lines, sections in two parts and names that the file does not spell out', () => {
    const text = '[isocodes]\n  USB,,,%New_B%,1,2 %x%\n[Strings]\nx = y  \n[ISOCODES]\nDEX,,,Germania,3,4'
    expect(parsePhoneNumbers(text)).toEqual([
      { code: 'DEX', country: 'Germania', tollFree: '3', toll: '4' },
      { code: 'USB', country: 'New B', tollFree: '1', toll: '2 y' },
    ])
  })

  it.each(['', 'nonsense', '[IsoCodes]\r\n', '[Other]\r\nUSB,,,%A%,1,2', '[IsoCodes]\r\nUSA = 1-800', '<xml/>'])(
    'of another form gives null: %s',
    (text) => {
      expect(parsePhoneNumbers(text)).toBeNull()
    },
  )
})

describe('where to call', () => {
  it('is said for each country', () => {
    const sentences = (parsePhoneNumbers(file) ?? []).map(phoneSentence)
    expect(sentences[0]).toBe('Anguilla: 0800 555 0104 (free of charge).')
    expect(sentences[2]).toBe('Germania (test): +49 30 555 0102 or +49 30 555 0103.')
    expect(sentences[3]).toBe('United States of B: 888-555-0100 (free of charge) or 716-555-0101.')
  })

  it('names Windows’ own dialogue, at the computer itself', () => {
    expect(whereToCall(here, null)).toEqual([
      String.raw`The list of telephone numbers of the computer (System32\sppui\phone.inf) could not be read.`,
      'Run slui 4 to let Windows show the number for your country.',
    ])
    const [list, dialogue] = whereToCall(there, parsePhoneNumbers(file))
    expect(list).toContain('the telephone numbers of 4 countries')
    expect(list).toContain('can be out of date')
    expect(dialogue).toContain('Run slui 4 at kms01, or on any computer')
    expect(whereToCall(here, parsePhoneNumbers(file)?.slice(0, 1) ?? null)[0]).toContain('of 1 country (')
  })

  it('goes with the commands of slmgr, the confirmation ID never among them', () => {
    expect(showInstallationIdCommand(here)).toBe('slmgr.vbs /dti')
    expect(showInstallationIdCommand(there, 'a-b')).toBe('slmgr.vbs kms01 /dti a-b')
    expect(depositConfirmationCommand(here)).toBe('slmgr.vbs /atp "[confirmation ID]"')
    expect(depositConfirmationCommand(there, 'a-b')).toBe('slmgr.vbs kms01 /atp "[confirmation ID]" a-b')
  })
})
