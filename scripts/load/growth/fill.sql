-- Stored work of many courses, made at once. A course has 30 students, two assignments of five problems, and about a thousand
-- answers, half of them in practice. The setting fill.courses says how many; whatever is drawn follows from names alone, so the first
-- course is the same however many others there are. Needs the bank.

-- Every row is made of rows that are there, so nothing has to be looked up again for each.
SET session_replication_role = replica;

CREATE FUNCTION pg_temp.courses() RETURNS int STABLE AS $$ SELECT current_setting('fill.courses')::int $$ LANGUAGE sql;

-- From 0 to 1, the same for the same name.
CREATE FUNCTION pg_temp.luck(name text) RETURNS float8 IMMUTABLE AS $$
  SELECT (hashtextextended(name, 0) & 1048575) / 1048576.0::float8 $$ LANGUAGE sql;

CREATE FUNCTION pg_temp.verdict(correct boolean) RETURNS jsonb IMMUTABLE AS $$
  SELECT CASE WHEN correct
    THEN '{"status": "graded", "numerator": true, "denominator": true, "exact": true, "bound": 1e-30}'::jsonb
    ELSE '{"status": "graded", "numerator": false, "denominator": false, "diagnosis": [{"code": "constant-factor", "factor": 2}],
      "witness": {"at": {"x": [[1], [2]]}, "answer": [[1], [2]], "truth": [[2], [4]], "layout": "denominator"}}'::jsonb END $$
  LANGUAGE sql;

-- The problems that are answered: those that ask everybody the same and take one line.
CREATE TEMP TABLE asked AS
SELECT row_number() OVER (ORDER BY md5(problem.id)) - 1 AS place, problem.id AS problem_id, version.id AS version_id,
  coalesce(version.answers->>'denominator', version.answers->>'numerator', version.answers->>'answer') AS right_answer,
  version.spoiled->0->>'answer' AS wrong_answer
FROM problem JOIN problem_version version ON version.id = problem.current_version_id
WHERE problem.from_bank AND NOT problem.retired AND version.parameters IS NULL AND version.record->>'form' IS NULL;
CREATE UNIQUE INDEX ON asked (place);

CREATE TEMP TABLE made_course AS
SELECT number, uuidv7(begun - now()) AS id, begun,
  -- In every fourth course the second assignment is open.
  CASE WHEN number % 4 = 1 THEN now() + interval '5 days' ELSE begun + interval '28 days' END AS ended
FROM generate_series(1, pg_temp.courses()) number,
  LATERAL (SELECT now() - interval '1 day' * (20 + (number - 1) * 37 % 700) AS begun) times;

INSERT INTO course (id, title, term, join_code, late_passes, created_at)
SELECT id, 'Course ' || number, 'Autumn', 'FEED' || translate(lpad(number::text, 4, '0'), '0123456789', 'ACDEFGHJKM'), 2, begun FROM made_course;
INSERT INTO section (id, course_id, name)
SELECT uuidv7(), id, name FROM made_course CROSS JOIN unnest(ARRAY['A', 'B']) name;

-- In each course the first two teach.
CREATE TEMP TABLE made_person AS
SELECT course.number AS course, seat, course.id AS course_id, uuidv7(begun - now()) AS id, begun
FROM made_course course CROSS JOIN generate_series(-1, 30) seat;

INSERT INTO person (id, name, email, role, created_at)
SELECT id, 'Person ' || course || ' ' || seat, 'person-' || course || '-' || seat || '@example.org',
  (CASE WHEN seat = -1 THEN 'instructor' ELSE 'student' END)::role, begun FROM made_person;
INSERT INTO enrolment (id, course_id, person_id, role, section_id, created_at)
SELECT uuidv7(), made.course_id, made.id,
  (CASE seat WHEN -1 THEN 'instructor' WHEN 0 THEN 'assistant' ELSE 'student' END)::course_role, section.id, begun
FROM made_person made
LEFT JOIN section ON section.course_id = made.course_id AND seat > 0 AND section.name = CASE seat % 2 WHEN 0 THEN 'A' ELSE 'B' END;
INSERT INTO invitation (id, course_id, email, name)
SELECT uuidv7(), id, 'invited-' || number || '-' || each || '@example.org', 'Invited ' || each
FROM made_course CROSS JOIN generate_series(1, 3) each;
INSERT INTO roster_draft (id, course_id, person_id, text)
SELECT uuidv7(), course_id, id, 'name,email' FROM made_person WHERE seat = -1;

-- Visitors, half of whom left nothing.
INSERT INTO person (id, name, role, created_at)
SELECT uuidv7(begun - now()), 'Visitor', 'guest', begun FROM made_course CROSS JOIN generate_series(1, 6);

CREATE TEMP TABLE made_assignment AS
SELECT course.number AS course, course.id AS course_id, sheet, uuidv7(begun - now()) AS id,
  CASE sheet WHEN 1 THEN begun ELSE begun + interval '14 days' END AS opens_at,
  CASE sheet WHEN 1 THEN begun + interval '14 days' ELSE ended END AS closes_at
FROM made_course course CROSS JOIN generate_series(1, 2) sheet;
INSERT INTO assignment (id, course_id, title, opens_at, due_at, closes_at, attempts, published_at, created_at)
SELECT id, course_id, 'Sheet ' || sheet, opens_at, closes_at, closes_at, 3, opens_at, opens_at FROM made_assignment;

CREATE TEMP TABLE made_item AS
SELECT made.*, uuidv7() AS item_id, position, asked.*
FROM made_assignment made CROSS JOIN generate_series(1, 5) position
JOIN asked ON asked.place = (course * 7 + sheet * 31 + position) % (SELECT count(*) FROM asked);
INSERT INTO assignment_item (id, assignment_id, position, points, problem_id)
SELECT item_id, id, position, 2, problem_id FROM made_item;

CREATE TEMP TABLE made_assigned AS
SELECT uuidv7(item.opens_at - now()) AS id, item.id AS assignment_id, item.item_id, person.id AS person_id, item.problem_id, item.version_id,
  item.right_answer, item.wrong_answer, item.opens_at, item.closes_at, item.course, item.closes_at > now() AS is_open, name,
  -- One in ten has not answered, the others once to three times.
  CASE WHEN luck < 0.1 THEN 0 ELSE 1 + floor(pg_temp.luck(name || ' times') * 3)::int END AS attempts, luck > 0.35 AS solved
FROM made_item item JOIN made_person person ON person.course = item.course AND person.seat > 0,
  LATERAL (SELECT concat_ws(' ', item.course, item.sheet, item.position, person.seat) AS name) named,
  LATERAL (SELECT pg_temp.luck(name) AS luck) drawn;
INSERT INTO assigned (id, assignment_id, item_id, person_id, problem_id, version_id, attempts, first_right, credit, opened_at,
  answered_at, settled_at)
SELECT id, assignment_id, item_id, person_id, problem_id, version_id, attempts, CASE WHEN solved THEN attempts END,
  CASE WHEN solved THEN 1 ELSE 0 END, opens_at, CASE WHEN attempts > 0 THEN opens_at + interval '1 hour' END,
  CASE WHEN NOT is_open THEN closes_at END
FROM made_assigned;
INSERT INTO assigned_draft (assigned_id, fields, writing, typed_at)
SELECT id, '{"text": "x"}', 'text', opens_at FROM made_assigned WHERE attempts = 0;
INSERT INTO override (id, assigned_id, points, reason, created_at)
SELECT uuidv7(), id, 1, 'The way was right.', closes_at FROM made_assigned WHERE NOT is_open AND NOT solved AND attempts = 3;
INSERT INTO extension (id, assignment_id, person_id, late_pass, reason)
SELECT uuidv7(), made.id, person.id, true, '' FROM made_assignment made
JOIN made_person person ON person.course = made.course AND person.seat IN (3, 4);

-- Practice: some problems are far more popular than others.
CREATE TEMP TABLE made_practice AS
SELECT DISTINCT ON (person.id, asked.place) person.id AS person_id, person.begun, asked.*, name,
  1 + floor(pg_temp.luck(name || ' times') * 4)::int AS attempts, pg_temp.luck(name) > 0.3 AS solved
FROM made_person person CROSS JOIN generate_series(1, 12) number,
  LATERAL (SELECT concat_ws(' ', 'practice', course, seat, number) AS name) named
JOIN asked ON asked.place = floor(pg_temp.luck(name || ' which') ^ 2 * (SELECT count(*) FROM asked))
WHERE seat > 0 AND number <= 1 + floor(pg_temp.luck(concat_ws(' ', 'busy', course, seat)) * 12);
INSERT INTO progress (person_id, problem_id, attempts, first_right, solved, updated_at)
SELECT person_id, problem_id, attempts, CASE WHEN solved THEN attempts END, solved, begun FROM made_practice;
INSERT INTO draft (person_id, problem_id, variant, fields, writing, typed_at)
SELECT person_id, problem_id, '0', '{"text": "x"}', 'text', begun FROM made_practice WHERE NOT solved;
INSERT INTO given_up (person_id, problem_id, version_id, variant, created_at)
SELECT person_id, problem_id, version_id, 0, begun + interval '1 day' FROM made_practice WHERE NOT solved AND attempts = 4;

CREATE TEMP TABLE made_answer AS
SELECT uuidv7(at - now()) AS id, made.* FROM (
  SELECT person_id, problem_id, version_id, id AS assigned_id, number AS ordinal, solved AND number = attempts AS correct, right_answer,
    wrong_answer, opens_at + (least(closes_at, now()) - opens_at) * (number - pg_temp.luck(name || number)) / 3 AS at
  FROM made_assigned CROSS JOIN generate_series(1, attempts) number
  UNION ALL
  SELECT person_id, problem_id, version_id, NULL, number, solved AND number = attempts, right_answer, wrong_answer,
    begun + (now() - begun) * (number - pg_temp.luck(name || number)) / 4
  FROM made_practice CROSS JOIN generate_series(1, attempts) number) made
ORDER BY at;
INSERT INTO submission (id, person_id, problem_id, version_id, text, syntax, grader_version, seed, ordinal, assigned_id, idempotency_key,
  created_at)
SELECT id, person_id, problem_id, version_id, left(CASE WHEN correct THEN right_answer ELSE wrong_answer END, 1000), 'text', '1',
  version_id::text, ordinal, assigned_id, id::text, at FROM made_answer;
INSERT INTO grade (id, submission_id, grader_version, status, numerator, denominator, correct, verdict, created_at)
SELECT uuidv7(at - now()), id, '1', 'graded', correct, correct, correct, pg_temp.verdict(correct), at FROM made_answer;

-- A regrade in every fifth course.
CREATE TEMP TABLE made_regrade AS
SELECT uuidv7() AS id, item.problem_id, item.version_id, course_id, item.item_id
FROM made_item item WHERE course % 5 = 1 AND sheet = 1 AND position = 1;
INSERT INTO regrade (id, problem_id, version_id, course_id, state, mode, total, done, applied_at)
SELECT id, problem_id, version_id, course_id, 'applied', 'raise', 0, 0, now() FROM made_regrade;
INSERT INTO regrade_row (regrade_id, submission_id, status, numerator, denominator, correct, verdict, was_correct, was_status)
SELECT made.id, answer.id, 'graded', correct, correct, correct, pg_temp.verdict(correct), correct, 'graded'
FROM made_regrade made JOIN assigned USING (item_id) JOIN made_answer answer ON answer.assigned_id = assigned.id;
INSERT INTO regrade_ruling (regrade_id, assigned_id, credit_before, credit_after, full_before, dropped_before, version_before)
SELECT made.id, assigned.id, 0, 0, false, false, assigned.version_id FROM made_regrade made JOIN assigned USING (item_id);

-- What is known of each student.
INSERT INTO skill_estimate (person_id, skill_id, level, seen, due, stability, hardness, reviewed_at, repetitions, updated_at)
SELECT person.id, skill.id, luck * 4 - 2, 1 + luck * 9, now() + interval '1 day' * (luck * 40 - 10), 5, 5, begun, 2, begun
FROM made_person person CROSS JOIN generate_series(1, 10) number
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS count FROM skill) skill
  ON skill.place = (course * 11 + seat * 5 + number) % skill.count,
  LATERAL (SELECT pg_temp.luck(concat_ws(' ', 'skill', course, seat, number)) AS luck) drawn
WHERE seat > 0 ON CONFLICT DO NOTHING;
INSERT INTO review_session (id, person_id, items, done, created_at, finished_at)
SELECT uuidv7(), id, '[]', 0, begun + interval '1 day' * number, begun + interval '1 day' * number
FROM made_person CROSS JOIN generate_series(1, 2) number WHERE seat > 0;
INSERT INTO placement (person_id, questions, created_at, finished_at)
SELECT id, '[]', begun, begun FROM made_person WHERE seat > 0;
INSERT INTO message (id, person_id, text, created_at, read_at)
SELECT uuidv7(), id, 'Something was regraded.', begun, CASE WHEN number > 1 THEN now() END
FROM made_person CROSS JOIN generate_series(1, 4) number WHERE seat > 0;

-- What those who teach have made.
INSERT INTO problem (id, author_id, course_id, updated_at)
SELECT 'made-' || course || '-' || number, id, course_id, begun FROM made_person CROSS JOIN generate_series(1, 3) number WHERE seat = -1;
INSERT INTO problem_version (id, problem_id, number, title, statement, record, policy, answers, spoiled, content_hash, author_id)
SELECT uuidv7(), 'made-' || course || '-' || own, 1, 'Of one''s own', 'Differentiate.', record, version.policy, answers, spoiled,
  'made-' || course, person.id
FROM made_person person CROSS JOIN generate_series(1, 3) own
JOIN asked ON asked.place = 0 JOIN problem_version version ON version.id = asked.version_id WHERE seat = -1;
UPDATE problem SET current_version_id = version.id FROM problem_version version
WHERE version.problem_id = problem.id AND problem.id LIKE 'made-%';
INSERT INTO kept_draft (id, problem_id, person_id, draft)
SELECT uuidv7(), 'made-' || course || '-1', id, '{}' FROM made_person WHERE seat = -1;
INSERT INTO feedback_rule (id, problem_id, answer, message, course_id, author_id)
SELECT uuidv7(), item.problem_id, item.wrong_answer, 'Look again.', item.course_id, person.id
FROM made_item item JOIN made_person person ON person.course = item.course AND seat = -1 WHERE position = 1;
INSERT INTO api_token (id, person_id, course_id, name, hash, start, scopes)
SELECT uuidv7(), id, course_id, 'A program', md5(id::text), 'nbl', '{read}' FROM made_person WHERE seat = -1;
INSERT INTO audit_name (id, person_id) SELECT uuidv7(), id FROM made_person WHERE seat < 1;
INSERT INTO audit_log (id, at, actor_id, action, subject_kind, subject_id, course_id, facts)
SELECT uuidv7(begun - now()), begun, name.id, 'sign-in', 'person', person.id::text, course_id, '{}'
FROM made_person person JOIN audit_name name ON name.person_id = person.id CROSS JOIN generate_series(1, 100) number;
INSERT INTO rate_limit (key, points, expire)
SELECT 'fill:' || id, 1, extract(epoch FROM now() - interval '1 minute') * 1000 FROM made_person;

DROP TABLE asked, made_course, made_person, made_assignment, made_item, made_assigned, made_practice, made_answer, made_regrade;
SET session_replication_role = DEFAULT;
