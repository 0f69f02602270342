import { properties, type ClassSchema } from './class-schema.ts'

/** documented: the DS provider of root\directory\LDAP names a class ds_<class> and its properties DS_<attribute>. */
export const directoryComputerSchema: ClassSchema = {
  name: 'ds_computer',
  keys: ['ADSIPath'],
  properties: [
    ...properties(
      'string',
      `ADSIPath DS_cn DS_name DS_dNSHostName DS_distinguishedName DS_sAMAccountName DS_operatingSystem
      DS_operatingSystemVersion DS_description`,
    ),
  ],
  methods: [],
}
