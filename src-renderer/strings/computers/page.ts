/** The words of the page Computers around its table. */
export const computers = {
  heading: 'Computers',
  place: 'Place',
  network: 'Network',
  lab: (title: string) => `Lab: ${title}`,
  labPlain: 'Lab',
  add: 'Add computers',
  listFailed: 'The computers could not be listed',
  loading: 'Loading the computers',
  emptyTitle: 'No computers are listed yet',
  emptyNetwork:
    'Add the computers of your organisation by name, from a CSV file, by address range or from Active Directory. Then a scan reads how each of them is licensed.',
  emptyLab:
    'The Lab is a simulated network: nothing in it touches a real computer. Add its computers and scan them to see how this page works.',
  addScenario: (count: number) => `Add all ${count.toLocaleString('en')} computers of the scenario`,
  oneComputer: 'Work on a single computer',
  openLab: 'Open the Lab',
  practise: 'Practise in the Lab',
  failed: 'This was not done',
} as const
