/** The words that the wizard adds to the page that shows the end of its plan. */
export const hostResult = {
  headingDone: (name: string) => `${name} is a KMS host`,
  headingDoneUnlicensed: (name: string) => `${name} is set up, but not activated`,
  headingNotPublished: (name: string) => `${name} is activated, but not published in every domain`,
  headingFailed: (name: string) => `${name} was not fully set up`,
  done: 'All steps ran. What the computer and DNS show now stands below.',
  doneNotPublished:
    'All steps ran, but DNS did not take the record in every domain. Clients in the domains that are marked below do not find this host yet.',
  doneUnlicensed:
    'All steps ran. The host key is installed, but Windows is not activated with it, so the host does not answer clients yet. Activate it online or by telephone: start the wizard again for this computer with the same key.',
  wayBackTitle: 'The way back',
  wayBack: (name: string) =>
    `To make ${name} an ordinary client again: install the client setup key of its Windows edition (slmgr /ipk and that key), then restart it. If DNS still lists it as a KMS host, remove its _vlmcs record.`,
  nextTitle: 'What happens next',
  next: 'Volume-licensed clients look for a KMS host in DNS every two hours and ask for activation by themselves. Nothing has to be typed on them.',
} as const
