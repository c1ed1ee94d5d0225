import type { AuthoringChoices } from "@/lib/services";
import { EditorChoice, EditorField } from "./editor-field";
import type { FormPart } from "./form-part";

type Topics = AuthoringChoices["topics"];

/** What the problem is called, and where it belongs. */
export function PlacePart({ draft, change, complaints, topics }: FormPart & { topics: Topics }) {
  const skills = topics.find(({ id }) => id === draft.topicId)?.skills ?? [];
  return (
    <>
      <EditorField
        name="title"
        label="Title"
        value={draft.title}
        onChange={(title) => change({ title }, "title")}
        complaint={complaints.title}
      />
      <div className="grid grid-cols-1 gap-x-5 gap-y-6 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <EditorChoice
          name="topicId"
          label="Topic"
          value={draft.topicId}
          onChange={(topicId) => change({ topicId, skills: [] }, "topicId")}
          options={[
            { value: "", label: "Choose a topic" },
            ...topics.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          complaint={complaints.topicId}
        />
        <EditorChoice
          name="difficulty"
          label="Difficulty"
          value={draft.difficulty}
          onChange={(difficulty) => change({ difficulty }, "difficulty")}
          options={["", "1", "2", "3", "4", "5"].map((value) => ({ value, label: value || "not said" }))}
          complaint={complaints.difficulty}
        />
      </div>
      {skills.length > 0 && (
        <fieldset>
          <legend className="label">Skills</legend>
          <p className="hint mb-1.5">What it practises, up to three. Without one its answers move nobody's mastery.</p>
          {skills.map(({ id, ability }) => (
            <label key={id} className="flex items-start gap-2.5 py-1">
              <input
                type="checkbox"
                name="skills"
                value={id}
                checked={draft.skills.includes(id)}
                onChange={() => change({ skills: toggled(draft.skills, id) }, "skills")}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              {ability}
            </label>
          ))}
          <FieldNote message={complaints.skills?.message} />
        </fieldset>
      )}
    </>
  );
}

function toggled(skills: readonly string[], id: string): string[] {
  return skills.includes(id) ? skills.filter((skill) => skill !== id) : [...skills, id];
}

export function FieldNote({ message }: { message: string | undefined }) {
  return message ? <p className="mt-1.5 text-[0.875rem] text-bad">{message}</p> : null;
}
