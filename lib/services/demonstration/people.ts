import { v7 } from "uuid";
import { demoEmail } from "../../auth";
import type { Random } from "../../base";
import { database } from "../../store";

const given =
  "Ada Alan Amalie Anton Aylin Bela Carla Chen Chidi Clara David Elif Elena Emil Emmy Farah Felix Grace Hana Hugo Ida Imani Ines Ivan Jonas Julia Kaito Karim Katya Lars Leila Lena Li Luca Maja Malik Marta Mei Milan Mina Nadia Nils Noor Omar Oskar Paula Pedro Priya Rafael Ravi Rosa Samir Sara Sofia Tariq Tomas Vera Wei Yara Zoe".split(
    " ",
  );
const family =
  "Abel Ahmed Alvarez Bauer Becker Bianchi Brown Castro Chang Costa Cruz Dahl Diaz Dubois Fischer Fofanah Garcia Gupta Haas Hansen Ito Ivanova Jansen Jensen Kaya Keller Khan Kim Klein Kowalski Lang Lee Lopez Meyer Moreau Mori Nagy Nguyen Nowak Okafor Olsen Park Patel Petrov Popescu Ramos Rossi Saito Sato Schmidt Silva Singh Suzuki Tanaka Varga Vogel Wagner Wang Weber Yilmaz".split(
    " ",
  );

export interface Invented {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** People who exist in the demonstration alone: addresses that belong to nobody, no password, and so no way in. */
export function invent(count: number, random: Random): readonly Invented[] {
  return Array.from({ length: count }, (_, index) => {
    const [first, last] = [random.pick(given), random.pick(family)];
    const [, domain] = demoEmail("student").split("@");
    return {
      id: v7(),
      name: `${first} ${last}`,
      email: `${first}.${last}.${index + 1}@${domain}`.toLowerCase(),
    };
  });
}

export async function keepPeople(people: readonly Invented[]): Promise<void> {
  await database().person.createMany({ data: people.map((person) => ({ ...person, role: "student" as const })) });
}
