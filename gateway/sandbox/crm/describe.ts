/** Tells a client what an object looks like, so that it can notice when the org was changed under its feet. */
import type { Field, ObjectType } from './schema.ts'

export function summary({ name, keyPrefix }: ObjectType, dataPath: string) {
  const url = `${dataPath}/sobjects/${name}`
  return {
    name,
    label: name,
    keyPrefix,
    custom: false,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` },
  }
}

export function describe(object: ObjectType, dataPath: string) {
  const fields = Object.entries(object.fields).map(([name, field]) => describeField(name, field))
  return { ...summary(object, dataPath), fields }
}

function describeField(name: string, field: Field) {
  const {
    type,
    length = 0,
    required,
    externalId,
    picklist = [],
    initial,
    restricted,
    parent,
    readOnly,
    derive,
  } = field
  return {
    name,
    label: name,
    type,
    length,
    custom: name.endsWith('__c'),
    nillable: !required,
    createable: !readOnly,
    updateable: !readOnly,
    calculated: derive !== undefined,
    defaultedOnCreate: initial !== undefined || (readOnly === true && derive === undefined),
    defaultValue: initial ?? null,
    externalId: externalId ?? false,
    unique: externalId ?? false,
    idLookup: externalId ?? type === 'id',
    caseSensitive: false,
    restrictedPicklist: restricted ?? false,
    picklistValues: picklist.map((value) => ({
      value,
      label: value,
      active: true,
      defaultValue: value === initial,
    })),
    referenceTo: parent ? [parent] : [],
    relationshipName: parent ?? null,
  }
}
