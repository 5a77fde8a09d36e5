import type { LinkageModel } from '../linkage/index.ts';

/**
 * The model by which answers are weighed while the index has none of its own: the linkage's, fitted without labels to
 * 188,000 records of the generated population (seed 1), in three digits.
 */
export const standingModel: LinkageModel = {
  records: 188000,
  pairs: 17671906000,
  iterations: 34,
  share: { same: 0.00000618, household: 0.00000185, strangers: 1 },
  comparisons: [
    {
      name: 'givenName',
      levels: ['exact', 'nickname', 'swapped', 'similar', 'initial', 'alike', 'middle', 'different'],
      same: [0.903, 0.0495, 0.00634, 0.0301, 0.00000458, 0.00681, 0.0000153, 0.00402],
      household: [0.0277, 0.00268, 0.0000452, 0.00327, 0.0000153, 0.0101, 0.011, 0.945],
      strangers: [0.00274, 0.000653, 1e-7, 0.000986, 1e-7, 0.00441, 0.00449, 0.987],
    },
    {
      name: 'middleName',
      levels: ['exact', 'initial', 'similar', 'different'],
      same: [0.537, 0.463, 0.00000983, 0.0000261],
      household: [0.026, 0.0367, 0.00289, 0.934],
      strangers: [0.00412, 0.0216, 0.000993, 0.973],
    },
    {
      name: 'surname',
      levels: ['exact', 'part', 'similar', 'alike', 'different'],
      same: [0.926, 0.0149, 0.0338, 0.00619, 0.019],
      household: [0.953, 0.0147, 0.0215, 0.000517, 0.0107],
      strangers: [0.00468, 0.000227, 0.000777, 0.00331, 0.991],
    },
    {
      name: 'suffix',
      levels: ['exact', 'different'],
      same: [0.991, 0.00913],
      household: [0.0185, 0.982],
      strangers: [0.00000283, 1],
    },
    {
      name: 'sex',
      levels: ['exact', 'different'],
      same: [1, 0.00000462],
      household: [0.501, 0.499],
      strangers: [0.501, 0.499],
    },
    {
      name: 'birthDate',
      levels: [
        'exact',
        'swapped',
        'one edit',
        'first of January',
        'two parts',
        'near',
        'same year',
        'near year',
        'different',
        'generation',
      ],
      same: [0.961, 0.00817, 0.0149, 0.0149, 0.0000665, 0.0000306, 0.000379, 0.00000526, 0.0000376, 0.000608],
      household: [0.0494, 0.0000588, 0.00187, 0.000252, 0.00247, 0.000542, 0.00728, 0.0596, 0.46, 0.419],
      strangers: [0.0000378, 0.0000102, 0.00111, 0.000334, 0.00319, 0.00104, 0.0101, 0.0261, 0.289, 0.67],
    },
    {
      name: 'socialSecurityNumber',
      levels: ['exact', 'one edit', 'last four', 'consecutive', 'other last four', 'different'],
      same: [0.874, 0.0231, 0.102, 0.0000804, 0.000812, 0.000438],
      household: [0.00421, 0.0000963, 0.0000192, 0.0471, 0.0442, 0.904],
      strangers: [3.19e-7, 1e-7, 0.000017, 1e-7, 0.0624, 0.938],
    },
    {
      name: 'addressLine',
      levels: ['exact', 'similar', 'street', 'different'],
      same: [0.439, 0.0239, 0.00557, 0.532],
      household: [0.965, 0.00502, 0.0000596, 0.0295],
      strangers: [0.0000119, 0.000114, 0.00944, 0.99],
    },
    {
      name: 'place',
      levels: ['exact', 'one edit', 'city', 'similar city', 'different'],
      same: [0.0255, 0.182, 0.0147, 0.00000992, 0.778],
      household: [0.0241, 0.148, 0.0201, 0.000517, 0.808],
      strangers: [0.0265, 0.187, 0.0144, 1e-7, 0.772],
    },
    {
      name: 'phone',
      levels: ['exact', 'one edit', 'different'],
      same: [0.753, 0.0144, 0.233],
      household: [0.793, 0.00159, 0.205],
      strangers: [0.00000422, 0.0000596, 1],
    },
    {
      name: 'email',
      levels: ['exact', 'similar', 'local part', 'different'],
      same: [0.999, 0.000651, 0.000117, 0.000138],
      household: [0.11, 0.28, 0.0952, 0.515],
      strangers: [0.00000271, 1e-7, 1e-7, 1],
    },
    {
      name: 'birthPlace',
      levels: ['exact', 'similar', 'different'],
      same: [0.333, 0.333, 0.333],
      household: [0.333, 0.333, 0.333],
      strangers: [0.333, 0.333, 0.333],
    },
    {
      name: 'occupation',
      levels: ['exact', 'different'],
      same: [0.5, 0.5],
      household: [0.5, 0.5],
      strangers: [0.5, 0.5],
    },
  ],
};
