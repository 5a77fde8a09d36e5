import type { Sex } from '../truth.ts';

/** Given names that were common in the United States for those born up to and including a year, commonest first. */
export interface Cohort {
  readonly until: number;
  readonly given: Readonly<Record<Sex, readonly string[]>>;
}

const words = (text: string): readonly string[] => text.split(' ');

/** Facts from the Social Security Administration's public baby name counts, grouped by generation. */
export const cohorts: readonly Cohort[] = [
  {
    until: 1950,
    given: {
      female: words(
        'Mary Barbara Patricia Carol Betty Nancy Judith Shirley Dorothy Margaret Helen Joan Ruth Virginia Jean Frances Alice Doris Martha Rose Evelyn Gloria Marie Phyllis',
      ),
      male: words(
        'James Robert John William Richard Charles Thomas David Donald George Ronald Joseph Edward Kenneth Paul Frank Raymond Harold Walter Jack Henry Albert Eugene Ralph',
      ),
    },
  },
  {
    until: 1970,
    given: {
      female: words(
        'Mary Linda Susan Deborah Patricia Karen Donna Cynthia Sandra Pamela Lisa Sharon Kathleen Brenda Diane Cheryl Debra Janet Elizabeth Catherine Teresa Denise Rhonda Tina',
      ),
      male: words(
        'Michael David James John Robert Mark William Richard Thomas Steven Timothy Joseph Charles Jeffrey Kevin Kenneth Daniel Paul Gary Gregory Anthony Ronald Larry Douglas',
      ),
    },
  },
  {
    until: 1990,
    given: {
      female: words(
        'Jennifer Jessica Amanda Melissa Sarah Nicole Elizabeth Stephanie Heather Michelle Amy Kimberly Angela Rebecca Christina Kelly Tiffany Laura Crystal Megan Erica April Latoya Danielle Katherine',
      ),
      male: words(
        'Michael Christopher Matthew Joshua David James Jason Daniel Robert John Joseph Andrew Brian Ryan Anthony Justin William Nicholas Eric Brandon Kevin Timothy Jeremy Tyrone Zachary',
      ),
    },
  },
  {
    until: 2008,
    given: {
      female: words(
        'Emily Ashley Hannah Madison Samantha Taylor Alexis Sarah Abigail Olivia Elizabeth Alyssa Brianna Kayla Lauren Destiny Grace Jasmine Victoria Megan Rachel Savannah Faith Imani',
      ),
      male: words(
        'Jacob Michael Matthew Joshua Christopher Nicholas Andrew Daniel Tyler Joseph Brandon Ethan William Anthony David Alexander Ryan Zachary Jonathan Christian Dylan Caleb Jordan Isaiah',
      ),
    },
  },
  {
    until: 2100,
    given: {
      female: words(
        'Olivia Emma Sophia Isabella Ava Mia Charlotte Amelia Harper Evelyn Abigail Ella Chloe Lily Zoey Aubrey Nora Hazel Layla Penelope Naomi Skylar Nevaeh Aaliyah',
      ),
      male: words(
        'Noah Liam Mason Elijah Oliver James Lucas Aiden Ethan Jackson Logan Benjamin Henry Sebastian Carter Jayden Wyatt Levi Julian Isaac Gabriel Lincoln Josiah Malik',
      ),
    },
  },
];
