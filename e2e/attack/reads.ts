import { rowsOf } from "./table";

/** What can come back to somebody who only reads: it is shown, not there, not theirs, asks for a token, or leads elsewhere. */
export const readWords = ["ok", "404", "403", "401", "to"] as const;

/**
 * Every address that can be read, by who asks for it. {course} and the like are of the instructor's course; the student owns {assigned}
 * and what was done in it, so that for the other student it is another's. {hidden} and {draft} are not published. {foreign} is the course of the
 * other instructor, who tries to reach things of the course by it. Behind "shows" stand marks that an address may show to everybody it is shown
 * to, because its own words say as much; with "token" somebody shows a token instead of a cookie.
 */
export const reads = rowsOf(
  `
  #                                                   nobody student other assistant foreign instructor admin
  /                                                   ok     ok      ok    ok        ok      ok         ok
  /sign-in                                            ok     to      to    to        to      to         to
  /sign-up                                            ok     to      to    to        to      to         to
  /tokens                                             to     ok      ok    ok        ok      ok         ok
  /account                                            to     ok      ok    ok        ok      ok         ok
  /account/export                                     404    ok      ok    ok        ok      ok         ok
  /topics                                             ok     ok      ok    ok        ok      ok         ok
  /topics/trace                                       ok     ok      ok    ok        ok      ok         ok
  /problems/squared-length                            ok     ok      ok    ok        ok      ok         ok
  /problems/{own}                                     ok     ok      ok    ok        ok      ok         ok
  /problems/{draft}                                   404    404     404   404       404     404        404
  /map                                                ok     ok      ok    ok        ok      ok         ok
  /dashboard                                          ok     ok      ok    ok        ok      ok         ok
  /review                                             ok     ok      ok    ok        ok      ok         ok
  /review/{review}                                    to     ok      404   404       404     404        404
  /placement                                          ok     ok      ok    ok        ok      ok         ok
  /reference                                          ok     ok      ok    ok        ok      ok         ok
  /reference/typing                                   ok     ok      ok    ok        ok      ok         ok
  /playground                                         ok     ok      ok    ok        ok      ok         ok
  /courses                                            to     ok      ok    ok        ok      ok         ok
  /courses/join                                       ok     ok      ok    ok        ok      ok         ok
  /courses/{course}                                   to     ok      ok    to        404     to         to
  /join/{code}                                        ok     to      to    to        ok      to         ok     shows course
  /join/ACDEFGHJ                                      ok     ok      ok    ok        ok      ok         ok
  /assignments/{open}                                 to     ok      ok    to        404     to         to
  /assignments/{open}/{assigned}                      404    ok      404   404       404     404        404
  # The problem alone says where it belongs; who leaves a course for another's pages is led to their own.
  /assignments/{foreignOpen}/{assigned}               404    ok      404   404       404     404        404
  /assignments/{hidden}                               to     404     404   to        404     to         to
  /assignments/{hidden}/{hiddenAssigned}              404    404     404   404       404     404        404

  /teach                                              404    404     404   ok        ok      ok         ok
  /teach/log                                          404    404     404   404       404     404        ok
  /teach/problems                                     404    404     404   404       ok      ok         ok
  /teach/problems/new                                 404    404     404   404       ok      ok         ok
  /teach/problems/import                              404    404     404   404       ok      ok         ok
  /teach/problems/quadratic-form                      404    404     404   404       ok      ok         ok
  /teach/problems/quadratic-form/edit                 404    404     404   404       404     404        404
  /teach/problems/quadratic-form/insight              404    404     404   404       ok      ok         ok
  /teach/problems/quadratic-form/history              404    404     404   404       404     404        404
  /teach/problems/quadratic-form/regrades             404    404     404   404       404     404        ok
  /teach/problems/{own}                               404    404     404   404       404     ok         ok
  /teach/problems/{own}/edit                          404    404     404   404       404     ok         ok
  /teach/problems/{own}/history                       404    404     404   404       404     ok         ok
  /teach/problems/{own}/insight                       404    404     404   404       404     ok         ok
  /teach/problems/{own}/regrades                      404    404     404   404       404     ok         ok
  /teach/problems/{own}/regrades/{ownRegrade}         404    404     404   404       404     ok         ok
  /teach/problems/squared-length/regrades/{ownRegrade} 404   404     404   404       404     404        404
  /teach/problems/{draft}                             404    404     404   404       404     ok         ok
  /teach/problems/{draft}/edit                        404    404     404   404       404     ok         ok
  /teach/problems/{draft}/history                     404    404     404   404       404     ok         ok
  /teach/problems/export?ids={own}                    404    404     404   404       404     ok         ok
  /teach/problems/export?ids={draft}                  404    404     404   404       404     404        404
  /teach/problems/export?topic=gradient               404    404     404   404       ok      ok         ok

  /teach/courses/new                                  404    404     404   404       ok      ok         ok
  /teach/courses/{course}                             404    404     404   ok        404     ok         ok
  /teach/courses/{course}/settings                    404    404     404   404       404     ok         ok
  /teach/courses/{course}/log                         404    404     404   404       404     ok         ok
  /teach/courses/{course}/people                      404    404     404   ok        404     ok         ok
  /teach/courses/{course}/people/{student}            404    404     404   ok        404     ok         ok
  /teach/courses/{course}/people/roster               404    404     404   404       404     ok         ok
  /teach/courses/{course}/people/roster/{roster}      404    404     404   404       404     ok         ok
  /teach/courses/{course}/people/sections             404    404     404   404       404     ok         ok
  /teach/courses/{course}/assignments                 404    404     404   ok        404     ok         ok
  /teach/courses/{course}/assignments/new             404    404     404   404       404     ok         ok
  /teach/courses/{course}/assignments/{open}          404    404     404   ok        404     ok         ok
  /teach/courses/{course}/assignments/{open}/board    404    404     404   ok        404     ok         ok
  /teach/courses/{course}/assignments/{open}/edit     404    404     404   404       404     ok         ok
  /teach/courses/{course}/assignments/{open}/preview  404    404     404   ok        404     ok         ok
  /teach/courses/{course}/assignments/{open}/students/{student} 404 404 404 ok       404     ok         ok
  /teach/courses/{course}/assignments/{hidden}        404    404     404   ok        404     ok         ok
  /teach/courses/{course}/assignments/{hidden}/edit   404    404     404   404       404     ok         ok
  /teach/courses/{course}/assignments/{hidden}/preview 404   404     404   ok        404     ok         ok
  /teach/courses/{course}/grades                      404    404     404   ok        404     ok         ok
  /teach/courses/{course}/grades/{student}/{item}.0   404    404     404   ok        404     ok         ok
  /teach/courses/{course}/grades/export?for=canvas    404    403     403   403       404     ok         ok
  /teach/courses/{course}/insight                     404    404     404   ok        404     ok         ok
  /teach/courses/{course}/insight/{own}               404    404     404   ok        404     ok         ok
  /teach/courses/{course}/regrades                    404    404     404   404       404     ok         ok
  /teach/courses/{course}/regrades/new?problem={own}  404    404     404   404       404     ok         ok
  /teach/courses/{course}/regrades/{regrade}          404    404     404   404       404     ok         ok

  # Things of the course by way of another course. An admin is an instructor in both.
  /teach/courses/{foreign}/people/{student}           404    404     404   404       404     404        404
  /teach/courses/{foreign}/people/roster/{roster}     404    404     404   404       404     404        404
  /teach/courses/{foreign}/assignments/{open}         404    404     404   404       404     404        ok
  /teach/courses/{foreign}/assignments/{open}/board   404    404     404   404       404     404        ok
  /teach/courses/{foreign}/assignments/{open}/edit    404    404     404   404       404     404        ok
  /teach/courses/{foreign}/assignments/{open}/preview 404    404     404   404       404     404        ok
  /teach/courses/{foreign}/assignments/{open}/students/{student} 404    404     404   404       404     404        ok
  /teach/courses/{foreign}/grades/{student}/{item}.0  404    404     404   404       404     404        404
  /teach/courses/{foreign}/grades/export?for=canvas&assignment={open} 404 404 404 404 404    404        404
  /teach/courses/{foreign}/insight/{own}              404    404     404   404       404     404        404
  /teach/courses/{foreign}/regrades/{regrade}         404    404     404   404       404     404        404

  /api/health                                         ok     ok      ok    ok        ok      ok         ok
  /api/ready                                          ok     ok      ok    ok        ok      ok         ok
  # For the machine itself, and the tests are on it.
  /api/metrics                                        ok     ok      ok    ok        ok      ok         ok
  /api/auth/session                                   ok     ok      ok    ok        ok      ok         ok
  /api/auth/providers                                 ok     ok      ok    ok        ok      ok         ok
  /api/v1/no-such-thing                               404    404     404   404       404     404        404  token
  /api/v1/courses                                     401    ok      ok    ok        ok      ok         ok   token
  /api/v1/courses/{course}/assignments                401    403     403   403       404     ok         ok   token
  /api/v1/courses/{course}/grades                     401    403     403   403       404     ok         ok   token
  /api/v1/assignments/{open}/submissions              401    403     403   403       404     ok         ok   token
  /api/v1/assignments/{hidden}/submissions            401    403     403   403       404     ok         ok   token
  # A cookie gives no right there.
  /api/v1/courses?                                    401    401     401   401       401     401        401
  /api/v1/courses/{course}/grades?                    401    401     401   401       401     401        401
  `,
  readWords,
);
