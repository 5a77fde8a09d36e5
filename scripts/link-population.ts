/** Links a file of the generated population in a process of its own, so that its time and memory are its own. */
import { measurePopulation } from './linkage/index.ts';

const [file = '', records = '0'] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await measurePopulation(file, Number(records)))}\n`);
