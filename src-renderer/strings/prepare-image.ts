import type { PlanState } from '../../src-main/contract/models/plan.ts'
import { planStateNames } from './plan.ts'

/** The words of the wizard "Prepare an image". */
export const prepareImage = {
  title: 'Prepare an image',
  stepNames: ['Computer', 'Task', 'Review', 'Prepare'],
  targetHeading: 'Choose the computer',
  targetIntro:
    'The computer whose installation is to be copied to others, or a demo machine whose time without activation is to begin anew.',
  passed: (name: string) => `${name} can be prepared from here.`,
  failed: (name: string) => `${name} cannot be prepared yet. Mend what is marked as a problem, then test again.`,
  heading: (name: string) => `Choose what is done to ${name}`,
  intro:
    'Sysprep is for an image that is captured and copied. A rearm is for a machine that stays as it is, such as a demo machine: it only begins the time without activation anew.',
  reading: 'Reading the rearms that are left',
  readFailed: 'The computer could not be read',
  nowTitle: 'As it is now',
  system: 'Windows',
  rearms: 'Rearms left for Windows',
  rearmsUnknown: 'Windows does not tell',
  skipRearm: 'SkipRearm',
  skipRearmOn: '1: a rearm does nothing',
  skipRearmOff: 'Not set',
  skipRearmUnknown: 'Could not be read',
  again: 'Read it again',
  products: 'Products with a key',
  product: 'Product',
  status: 'Activation',
  ends: 'Time ends',
  endsNever: 'No time is running',
  applicationLeft: 'Rearms of the application',
  productLeft: 'Rearms of the product',
  notTold: 'Not told',
  warnings: 'Before you go on',
  choose: 'What is to be done?',
  left: (count: number) =>
    count === 0 ? 'No rearm is left.' : count === 1 ? 'One rearm is left.' : `${count} rearms are left.`,
  does: 'What it does',
  doesNot: 'What it does not do',
  nothingChosen: 'Choose what is to be done.',
  noneTitle: 'Nothing can be done to this computer',
  noneText: 'Each choice below says why, and what to do instead. With Back you choose another computer.',
  running: (name: string) => `Preparing ${name}`,
  commitGeneralize: (name: string) => `Generalize ${name} and shut it down`,
  commitRearm: (name: string) => `Rearm ${name}`,
  generalizeTitle: (name: string) => `${name} shuts down, and must not be started before its image is captured`,
  generalizeNote:
    'Save what is open there and sign everybody out first. Starting the computer again begins the set-up of a new computer, and the image is spoilt.',
  endHeading: (state: PlanState, name: string) => `${name}: ${planStateNames[state]}`,
  rearmed:
    'The rearm takes effect when the computer restarts. The app does not restart computers: do it when nobody works there.',
  generalized: 'The computer is generalized and shuts down. Capture its image before anybody starts it again.',
} as const
