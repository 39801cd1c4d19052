// The quads of PLOVER with their signs and colours. tests/show/web hold this list against dragoman.export.quads.
export const QUADS = [
  { name: "verbal cooperation", sign: "○", colour: "vcoop", types: ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"] },
  { name: "material cooperation", sign: "●", colour: "mcoop", types: ["COOPERATE", "AID", "RETREAT"] },
  { name: "verbal conflict", sign: "△", colour: "vconf", types: ["REQUEST", "ACCUSE", "REJECT", "THREATEN"] },
  { name: "material conflict", sign: "▲", colour: "mconf", types: ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"] },
];
const BY_TYPE = new Map(QUADS.flatMap((quad, at) => quad.types.map((type) => [type, at])));

export const quadOf = (type) => BY_TYPE.get(type) ?? 3;
export const slug = (quad) => quad.name.replace(" ", "-");
