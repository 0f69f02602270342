import type { Handlers } from '../contract/handlers.ts'
import { endWith } from './end-with.ts'
import type { EstateService } from './estate-service.ts'

type EstateChannels = Extract<keyof Handlers, `computers.${string}` | `groups.${string}` | `views.${string}`>

/** The estate: its computers, groups and views. */
export const estateHandlers = (estate: EstateService): Pick<Handlers, EstateChannels> => ({
  'computers.list': async (question) => estate.list(question),
  'computers.events': async ({ place }, { emit, signal }) => {
    endWith(signal, estate.subscribe(place, emit))
  },
  'computers.upload': async ({ upload, bytes }) => estate.upload(upload, Buffer.from(bytes, 'base64')),
  'computers.preview': (question, { signal }) => estate.preview(question, signal),
  'computers.previewPage': async ({ previewId, offset, limit }) => estate.previewPage(previewId, offset, limit),
  'computers.directory': (question, { signal }) => estate.directory(question, signal),
  'computers.add': (question, { signal }) => estate.add(question, signal),
  'computers.change': async ({ place, ids, change }, { signal }) => ({
    changed: await estate.change(place, ids, change, signal),
  }),
  'computers.remove': async ({ place, ids }, { signal }) => ({ removed: await estate.remove(place, ids, signal) }),
  'groups.list': async ({ place }) => [...estate.groups(place)],
  'groups.change': async (change) => estate.changeGroup(change),
  'groups.remove': async ({ place, name }) => {
    estate.removeGroup(place, name)
    return undefined
  },
  'views.list': async () => [...estate.views()],
  'views.save': async (view) => {
    estate.saveView(view)
    return undefined
  },
  'views.remove': async ({ name }) => {
    estate.removeView(name)
    return undefined
  },
})
