import { describe, expect, it, vi } from 'vitest'
import { channels } from '../../../src-main/contract/channels.ts'
import type { CallContext } from '../../../src-main/contract/handlers.ts'
import type { AppCommand } from '../../../src-main/contract/models/app-command.ts'
import { createHandlers } from '../../../src-main/handlers/handlers.ts'
import type { Services } from '../../../src-main/handlers/service-interfaces.ts'
import { createCommandSource } from '../../../src-main/shell/command-source.ts'
import { createSecretVault } from '../../../src-main/store/secret-vault.ts'

const labKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RTB'
const start = () => {
  const commands = createCommandSource()
  const vault = createSecretVault(Buffer.alloc(32))
  const services = {
    app: { info: vi.fn(), openLog: vi.fn(async () => undefined), subscribeToCommands: commands.subscribe },
    vault,
    targets: {
      test: vi.fn(),
      findKmsHosts: vi.fn(async () => [{ outcome: 'none', name: '_vlmcs._tcp.example.test', server: null }]),
      verifyKmsHost: vi.fn(),
      readKmsClient: vi.fn(),
    },
    lab: { overview: vi.fn(), reset: vi.fn(), isFictionalKey: (key: string) => key === labKey },
    plans: {},
    journal: { read: vi.fn(() => []) },
  } as unknown as Services
  const aborting = new AbortController()
  const context: CallContext = { signal: aborting.signal, requestId: 'request-1' }
  return { handlers: createHandlers(services), services, vault, commands, context, aborting }
}

it('there is a handler for every channel, and none beyond', () => {
  expect(Object.keys(start().handlers).toSorted()).toEqual(Object.keys(channels).toSorted())
})

describe('secrets', () => {
  it('go in as a value and come back as a reference and the last five characters', async () => {
    const { handlers, context, vault } = start()
    const answer = await handlers['secrets.put']({ kind: 'product-key', value: labKey }, context)
    expect(answer).toEqual({ ref: expect.stringMatching(/^secret:/) as string, lastFive: 'H8RTB' })
    expect(vault.get(answer.ref)).toBe(labKey)
    await handlers['secrets.forget']({ ref: answer.ref }, context)
    expect(() => vault.get(answer.ref)).toThrow('no longer in memory')
  })
})

describe('checking a product key', () => {
  const check = async (scenario: string | null) => {
    const { handlers, context } = start()
    const { ref } = await handlers['secrets.put']({ kind: 'product-key', value: labKey }, context)
    return handlers['productKey.check']({ ref, purpose: 'kms-host', osBuild: null, scenario }, context)
  }
  it('accepts a fictional key in the Lab and refuses it elsewhere, without quoting it', async () => {
    const [inside, outside] = [await check('first-host'), await check(null)]
    expect(inside.findings.map(({ level }) => level)).not.toContain('problem')
    expect(outside.findings.map(({ level }) => level)).toContain('problem')
    expect(JSON.stringify([inside, outside])).not.toContain(labKey.slice(0, 11))
  })

  it('asks again for a key that is not in memory', async () => {
    const { handlers, context } = start()
    const ref = 'secret:0e0b4c1c-6d3f-4f43-9d55-0b6f7bb3a111'
    await expect(
      handlers['productKey.check']({ ref, purpose: 'kms-host', osBuild: null, scenario: null }, context),
    ).rejects.toMatchObject({ error: { code: 'secret-missing' } })
  })
})

describe('the menu’s commands', () => {
  it('reach the page until it ends the subscription', async () => {
    const { handlers, commands, context, aborting } = start()
    const received: AppCommand[] = []
    await handlers['app.commands'](undefined, { ...context, emit: (command) => received.push(command) })
    commands.send({ command: 'open-journal' })
    aborting.abort()
    commands.send({ command: 'open-set-up-kms-host' })
    expect(received).toEqual([{ command: 'open-journal' }])
  })

  it('do not reach a page that was gone before it had subscribed', async () => {
    const { handlers, commands, context, aborting } = start()
    aborting.abort()
    const emit = vi.fn()
    await handlers['app.commands'](undefined, { ...context, emit })
    commands.send({ command: 'open-journal' })
    expect(emit).not.toHaveBeenCalled()
  })
})

it('hands the window’s signal to the services that look at computers', async () => {
  const { handlers, services, context } = start()
  const target = { place: 'this-computer' } as const
  await handlers['kmsHost.findInDns']({ target }, context)
  expect(services.targets.findKmsHosts).toHaveBeenCalledWith(target, context.signal)
})
