const computers = (count: number): string => (count === 1 ? 'one computer' : `${count} computers`)
const of = (count: number): string => (count === 1 ? 'One computer' : `${count} computers`)

/** The words of the tasks that are done on many computers. */
export const batchTasks = {
  client: {
    title: 'Configure KMS clients',
    heading: (count: number) => `Choose what ${computers(count)} are set to`,
    commit: (count: number) => `Configure ${computers(count)}`,
    commitActivate: (count: number) => `Activate ${computers(count)}`,
    notClients: (count: number) => `${of(count)}: no KMS client`,
    notClientsText:
      'They have a MAK, a retail key, another key or none, and ask no KMS host. “Convert…” makes KMS clients of them.',
    hosts: (count: number) => `${of(count)}: a KMS host`,
    hostsText: 'A KMS host activates with Microsoft and asks no other KMS host.',
    needsWindows8: 'A lookup domain and the choice of ways need Windows 8 or Windows Server 2012, or later.',
  },
  convert: {
    title: 'Convert computers',
    heading: (count: number) => `Choose how ${computers(count)} are converted`,
    commit: (count: number) => `Convert ${computers(count)}`,
    direction: 'What shall they become?',
    directionCount: (label: string, count: number) => `${label} (${computers(count)})`,
    directionTitle: 'Conversion',
    noDirection: 'Choose a conversion.',
    none: 'None of the chosen computers is of this kind, by its last scan.',
    unread: (count: number) =>
      `${of(count)} were not read yet: what they are is found out when their turn comes, and a conversion that does not fit skips them.`,
    keyLabel: 'Which client setup key?',
    suggested: 'The one that fits the edition of each computer',
    suggestedHint:
      'Windows and its edition are read when the turn of a computer comes. Where several keys fit, or none is published, the computer is skipped with the reason.',
    typedHint: 'The same key for all of them. Where it does not fit the edition, Windows refuses it.',
    noWay: (count: number) => `${of(count)} cannot be converted`,
    noWayText:
      'An evaluation, a virtual machine that its host activates, or an unknown kind of key. An evaluation has to be replaced by a volume edition first.',
    otherKind: 'They are of another kind. Convert them in a batch of their own.',
    spends: (count: number) =>
      `Each computer spends one activation of the MAK: up to ${count}. How many are left stands in the Microsoft 365 admin center.`,
  },
  rearm: {
    title: 'Rearm computers',
    heading: (count: number) => `Choose what is rearmed on ${computers(count)}`,
    commit: (count: number) => `Rearm ${computers(count)}`,
    label: 'What is rearmed?',
    windows: 'Windows',
    windowsHint: 'Begins the time without activation anew, and needs a restart. Each computer has only a few rearms.',
    office: 'Office 2013 and later',
    officeHint: 'The Office application alone. Needs Windows 8.1, or Windows Server 2012 R2, or later.',
    product: 'One product',
    productHint: 'By its activation ID. Needs Windows 8.1, or Windows Server 2012 R2, or later.',
    activationId: 'Activation ID',
    activationIdHint: 'As in the licensing details, for example 73111121-5638-40f6-bc11-f1d7b0d64300.',
    activationIdWrong: (typed: string) =>
      typed.trim() === ''
        ? 'Type the activation ID of the product.'
        : `“${typed.trim()}” is no activation ID. It has 32 digits or letters from a to f, in five groups.`,
    spends:
      'A rearm cannot be undone, and its number is small. Rearm before an image is taken, or on demo machines. For a computer that is not activated, mend the activation instead.',
    hosts: (count: number) => `${of(count)}: a KMS host`,
    needsWindows81: 'This needs Windows 8.1 or Windows Server 2012 R2, or later.',
    hostsText: 'Rearmed, a KMS host stops serving its clients until it is activated with Microsoft again.',
  },
  remote: {
    title: 'Prepare remote management',
    heading: (count: number) => `Choose what is changed on ${computers(count)}`,
    commit: (count: number) => `Prepare ${computers(count)}`,
    silent: (count: number) => `${of(count)} did not answer at the last scan`,
    silentText:
      'What cannot be reached cannot be changed from here. Save the script of “Prepare remote management” for one computer, and run it there or through a Group Policy.',
    nothing: 'Nothing would be changed. Choose rules for the firewall, or the setting for local accounts.',
  },
} as const
