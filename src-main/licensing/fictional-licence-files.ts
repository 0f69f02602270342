const fictional = (name: string, kind: string) => ({
  name,
  text: `<?xml version="1.0" encoding="utf-8"?><rg:licenseGroup xmlns:rg="urn:mpeg:mpeg21:2003:01-REL-R-NS"><r:license xmlns:r="urn:mpeg:mpeg21:2003:01-REL-R-NS" licenseId="{00000000-0000-4000-8000-${kind}}"><r:title>Fictional licence for rehearsals</r:title></r:license></rg:licenseGroup>`,
})

/**
 * What stands for the licence files of a Lab computer's Windows folder. They are made up, grant nothing and are signed by
 * nobody.
 */
export const fictionalLicenceFiles: readonly { readonly name: string; readonly text: string }[] = [
  fictional('lab-edition-volume-ppdlic.xrm-ms', '000000000001'),
  fictional('lab-edition-volume-pl.xrm-ms', '000000000002'),
  fictional('lab-pkeyconfig.xrm-ms', '000000000003'),
]
