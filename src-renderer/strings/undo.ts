import type { PlanState } from '../../src-main/contract/models/plan.ts'

const headings: Record<Extract<PlanState, 'done' | 'failed' | 'discarded'>, string> = {
  done: 'The changes were undone',
  failed: 'Not everything was undone',
  discarded: 'Undoing was given up',
}

/** The words of the page that undoes what a plan did. */
export const undo = {
  button: 'Undo this…',
  title: 'Undo what a plan changed',
  stepNames: ['What can be undone', 'Review', 'Undo'],
  reading: 'Reading what the plan changed',
  readFailed: 'What the plan changed could not be read',
  offerHeading: (computer: string) => `Choose whether to undo the changes on ${computer}`,
  offerIntro: (plan: string) =>
    `The app recorded what the settings were before “${plan}” changed them. Nothing is changed yet: the steps that put them back are shown on the next page.`,
  possibleTitle: 'Will be put back',
  possible: (title: string, steps: readonly string[]) => `${title}. Undone by: ${steps.join('; ')}.`,
  impossibleTitle: 'Stays as it is',
  unchanged: (title: string) => `${title}: it changed nothing, because everything was so already.`,
  nothing: 'Nothing of this plan can be put back by the app. The reason stands with each step.',
  noSteps: 'This plan has no step that is done and changed something.',
  password: (user: string) => `Password of ${user}`,
  passwordHint: 'The plan worked with this account. The app forgot the password when the plan had ended.',
  passwordMissing: (user: string) => `Type the password of ${user}.`,
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  proposeFailed: 'The steps could not be planned',
  proposing: 'Looking at the computer',
  reviewHeading: 'Review what will be done',
  reviewIntro: (computer: string) => `These steps run on ${computer}, in this order. Nothing has been changed yet.`,
  commit: 'Undo these changes',
  commitFailed: 'It was not started',
  starting: 'Starting',
  running: (computer: string) => `Undoing the changes on ${computer}`,
  ended: (state: PlanState) => (state === 'failed' || state === 'discarded' ? headings[state] : headings.done),
  done: 'All steps ran: what could be put back is again as it was before that plan.',
  journal: 'Show in the journal',
} as const
