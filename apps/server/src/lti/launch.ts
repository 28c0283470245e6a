import { z } from "zod";

const CLAIM = "https://purl.imsglobal.org/spec/lti/claim";
const AGS = "https://purl.imsglobal.org/spec/lti-ags";
const NRPS = "https://purl.imsglobal.org/spec/lti-nrps";

/** The right to write results (LTI Assignment and Grade Services 2.0, section 3.4). */
export const SCORE_SCOPE = `${AGS}/scope/score`;

/** The right to read a course's roster (LTI Names and Role Provisioning Services 2.0, section 2.3). */
export const ROSTER_SCOPE = `${NRPS}/scope/contextmembership.readonly`;

/** What is kept of a launch. No name and no address of the person: the platform sends them, and they are left there. */
export const launchSchema = z.object({
  subject: z.string(),
  deploymentId: z.string(),
  resourceLinkId: z.string(),
  title: z.string(),
  /** A course that comes with the tutor, by the link's custom parameter `course`. */
  course: z.string().optional(),
  isTeacher: z.boolean(),
  /** Where the platform takes a learner's result. */
  lineItem: z.string().optional(),
  /** Where the course's roster is. */
  rosterUrl: z.string().optional(),
});

/** A launch that was checked. */
export type Launch = z.infer<typeof launchSchema>;

const text = z.string().min(1).max(2000);

/** The claims of a launch as LTI 1.3, section 5.3 has them, as far as they are used. */
const CLAIMS = z.looseObject({
  sub: z.string().min(1).max(255),
  [`${CLAIM}/message_type`]: z.literal("LtiResourceLinkRequest"),
  [`${CLAIM}/version`]: z.literal("1.3.0"),
  [`${CLAIM}/deployment_id`]: z.string().min(1).max(255),
  [`${CLAIM}/target_link_uri`]: text,
  [`${CLAIM}/resource_link`]: z.looseObject({ id: z.string().min(1).max(255), title: z.string().optional() }),
  [`${CLAIM}/context`]: z.looseObject({ title: z.string().optional() }).optional(),
  [`${CLAIM}/roles`]: z.array(z.string()),
  [`${CLAIM}/custom`]: z.looseObject({ course: z.string().optional() }).optional(),
  [`${AGS}/claim/endpoint`]: z
    .looseObject({ scope: z.array(z.string()), lineitem: text.optional() })
    .optional(),
  [`${NRPS}/claim/namesroleservice`]: z.looseObject({ context_memberships_url: text }).optional(),
});

/** The role of whoever teaches the course that a launch is from. */
const INSTRUCTOR = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

/** Reads the claims of a token that was verified; `undefined` where they are no launch of a resource link. */
export function readLaunch(claims: unknown): (Launch & { readonly target: string }) | undefined {
  const read = CLAIMS.safeParse(claims);
  if (!read.success) return undefined;
  // Named by the table above: the casts say what the schema has checked.
  const of = (name: string): unknown => read.data[`${CLAIM}/${name}`];
  const link = of("resource_link") as { id: string; title?: string };
  const context = of("context") as { title?: string } | undefined;
  const custom = of("custom") as { course?: string } | undefined;
  const roles = of("roles") as readonly string[];
  const grades = read.data[`${AGS}/claim/endpoint`] as { scope: string[]; lineitem?: string } | undefined;
  const roster = read.data[`${NRPS}/claim/namesroleservice`] as
    { context_memberships_url: string } | undefined;
  const title = (link.title ?? context?.title ?? "").trim().slice(0, 80);
  return {
    subject: read.data.sub,
    deploymentId: of("deployment_id") as string,
    resourceLinkId: link.id,
    target: of("target_link_uri") as string,
    title: title === "" ? "LTI" : title,
    isTeacher: roles.includes(INSTRUCTOR),
    ...(custom?.course === undefined ? {} : { course: custom.course.slice(0, 64) }),
    ...(grades?.lineitem !== undefined && grades.scope.includes(SCORE_SCOPE)
      ? { lineItem: grades.lineitem }
      : {}),
    ...(roster === undefined ? {} : { rosterUrl: roster.context_memberships_url }),
  };
}
