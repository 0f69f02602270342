/** The words of the page Tasks. */
export const home = {
  heading: 'Tasks',
  setUpTitle: 'Set up a KMS host',
  setUpBody:
    'Makes one Windows computer the KMS host of your organisation: installs its host key, activates it with Microsoft, lets KMS traffic in, and checks the result. Nothing is changed before you have seen every step.',
  setUpButton: 'Set up a KMS host',
  needs: 'You need: administrator rights on that computer, and the KMS host key of your organisation.',
  clientTitle: 'Configure a KMS client',
  clientBody:
    'Sets how one computer finds its KMS host, activates it, and explains why an activation fails: automatic discovery or a fixed host, lookup domain, DNS suffixes, the ways of activation.',
  clientButton: 'Configure a KMS client',
  clientNeeds: 'You need: administrator rights on that computer, and a KMS host that it can reach.',
  convertTitle: 'Convert a computer',
  convertBody:
    'Changes how one computer is activated: from MAK to KMS or back, from retail to KMS, or from KMS host to ordinary client. The client setup key is chosen by its edition.',
  convertButton: 'Convert a computer',
  convertNeeds:
    'You need: administrator rights on that computer, volume licences for it, and the MAK where it gets one.',
  remoteTitle: 'Prepare remote management',
  remoteBody:
    'Tries the way to a computer link by link and names the one that breaks. Opens the firewall there for WMI, or gives you a script for a computer that cannot be reached yet.',
  remoteButton: 'Prepare remote management',
  remoteNeeds: 'You need: the name of the computer, and an account that is administrator there.',
  imageTitle: 'Prepare an image',
  imageBody:
    'Shows the rearms that are left. Generalizes an installation with Sysprep before it is copied, or begins the time without activation anew on a demo machine.',
  imageButton: 'Prepare an image',
  imageNeeds: 'You need: administrator rights on that computer.',
  labTitle: 'Practise in the Lab',
  labBody: (title: string, count: number) =>
    `The Lab is a simulated network inside the app. Nothing in it touches a real computer or Microsoft. It holds the scenario “${title}” with ${count === 1 ? 'one computer' : `${count} computers`}.`,
  labClock: (time: string) => `Clock of the Lab: ${time}`,
  labButton: 'Practise in the Lab',
  labOpen: 'Open the Lab',
  unfinishedHeading: 'Unfinished plans',
  unfinishedNone: 'No plan is waiting. A plan that is interrupted or stopped appears here.',
  open: 'Open',
  resume: 'Check and resume',
  enterConfirmationId: 'Enter the confirmation ID',
  waitsForConfirmationId: 'Waits for the confirmation ID',
  discard: 'Discard',
  discardTitle: 'Discard this plan?',
  discardBody: (done: number) =>
    done === 0
      ? 'None of its steps has run. The journal keeps a note that it was discarded.'
      : `${done === 1 ? 'One step has' : `${done} steps have`} already run, and stay as they are. The journal keeps what was done.`,
  discardConfirm: 'Discard the plan',
  keep: 'Keep it as it is',
  noticesHeading: 'Messages from the start of the app',
  begun: (time: string) => `Begun ${time}`,
  stepsDone: (done: number, total: number) => `${done} of ${total} steps done`,
  labelOf: (title: string, computer: string) => `${title}, ${computer}`,
  canOnlyLab: 'On this computer the app can only work in the Lab, because it is not Windows.',
} as const

/** The question before a plan is discarded. @param done how many of its steps have run */
export const discardQuestion = (done: number) => ({
  title: home.discardTitle,
  body: home.discardBody(done),
  confirm: home.discardConfirm,
  cancel: home.keep,
})
