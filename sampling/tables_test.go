package sampling

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

// The four tables of attribute sampling that a guide for auditors prints, as numbers: what each cell says, in an
// arrangement of our own. They were taken from the transcription in the tests of the R package jfa.

// guideTolerable and guideExpected head the tables of sizes, in units of 0.25 %.
var (
	guideTolerable = []int64{8, 12, 16, 20, 24, 28, 32, 36, 40, 60, 80}
	guideExpected  = []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 24, 28, 32, 36, 40, 50, 60, 70}
)

// guideSizes holds, for each risk and each tolerable rate, the sizes for the expected rates from 0 upwards. A zero stands
// for the one cell of which there is no reliable transcription; the exact size is 400, with 14 deviations.
var guideSizes = map[Rate][][]int64{
	"0.05": {
		{149, 236, 313, 386, 590, 1030},
		{99, 157, 157, 208, 257, 303, 392, 562, 846, 1466},
		{74, 117, 117, 117, 156, 156, 192, 227, 294, 390, 513, 722, 1098, 1936},
		{59, 93, 93, 93, 93, 124, 124, 153, 181, 208, 234, 286, 361, 458, 624, 877, 1348},
		{49, 78, 78, 78, 78, 78, 103, 103, 127, 127, 150, 173, 195, 238, 280, 341, 421, 1580},
		{42, 66, 66, 66, 66, 66, 66, 88, 88, 88, 109, 109, 129, 148, 167, 185, 221, 478, 1832},
		{36, 58, 58, 58, 58, 58, 58, 77, 77, 77, 77, 95, 95, 112, 112, 129, 146, 240, 532},
		{32, 51, 51, 51, 51, 51, 51, 51, 68, 68, 68, 68, 84, 84, 84, 100, 100, 158, 266, 585},
		{29, 46, 46, 46, 46, 46, 46, 46, 46, 61, 61, 61, 61, 61, 76, 76, 89, 116, 179, 298, 649},
		{19, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 40, 40, 40, 40, 50, 68, 85, 110, 150, 576},
		{14, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 30, 30, 37, 37, 44, 50, 88, 193, 720},
	},
	"0.10": {
		{114, 194, 194, 265, 398, 708, 1463},
		{76, 129, 129, 129, 176, 221, 265, 390, 590, 974},
		{57, 96, 96, 96, 96, 132, 132, 166, 198, 262, 353, 471, 730, 1258},
		{45, 77, 77, 77, 77, 77, 105, 105, 132, 132, 158, 209, 258, 306, 0, 583, 873},
		{38, 64, 64, 64, 64, 64, 64, 88, 88, 88, 110, 132, 132, 153, 194, 235, 274, 1019},
		{32, 55, 55, 55, 55, 55, 55, 55, 75, 75, 75, 94, 94, 112, 112, 131, 149, 318, 1150},
		{28, 48, 48, 48, 48, 48, 48, 48, 48, 65, 65, 65, 65, 82, 82, 98, 98, 160, 349, 1300},
		{25, 42, 42, 42, 42, 42, 42, 42, 42, 42, 58, 58, 58, 58, 73, 73, 73, 115, 182, 385, 1437},
		{22, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 52, 52, 52, 52, 52, 65, 78, 116, 199, 424, 1577},
		{15, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 34, 43, 52, 60, 77, 100, 368},
		{11, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 25, 25, 25, 32, 38, 63, 126, 457},
	},
}

// misprints are the cells of the tables of sizes that are known to be wrong, with the exact sizes. With the 112 items
// that are printed the risk is 10.07 %.
var misprints = map[string]int64{
	"risk 0.10, tolerable 7.00 %, expected 3.25 %": 113,
	"risk 0.10, tolerable 7.00 %, expected 3.50 %": 113,
}

// guideItems heads the rows of the tables of limits; their columns are 0 to 10 deviations.
var guideItems = []int64{20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 90, 100, 125, 150, 200, 300, 400, 500}

// guideLimits holds the upper limits in tenths of a percent, rounded up.
var guideLimits = map[Rate][][]int64{
	"0.95": {
		{140, 217, 283, 344, 402, 456, 508, 559, 607, 654, 699},
		{113, 177, 232, 282, 330, 376, 420, 463, 504, 544, 584},
		{96, 149, 196, 239, 280, 319, 358, 394, 430, 466, 500},
		{83, 129, 170, 207, 243, 278, 311, 344, 375, 406, 437},
		{73, 114, 150, 183, 215, 246, 275, 304, 333, 360, 388},
		{65, 102, 134, 164, 192, 220, 247, 273, 298, 324, 348},
		{59, 92, 121, 148, 174, 199, 224, 247, 271, 294, 316},
		{54, 84, 111, 135, 159, 182, 205, 226, 248, 269, 289},
		{49, 77, 102, 125, 147, 168, 188, 208, 228, 248, 267},
		{46, 71, 94, 115, 136, 155, 175, 193, 212, 230, 247},
		{42, 66, 88, 108, 127, 145, 163, 180, 197, 214, 231},
		{40, 62, 82, 101, 118, 136, 152, 169, 185, 201, 216},
		{37, 58, 77, 95, 111, 127, 143, 159, 174, 189, 203},
		{33, 52, 69, 84, 99, 114, 128, 142, 155, 169, 182},
		{30, 47, 62, 76, 90, 103, 115, 128, 140, 152, 164},
		{24, 38, 50, 61, 72, 83, 93, 103, 113, 123, 132},
		{20, 32, 42, 51, 60, 69, 78, 86, 95, 103, 111},
		{15, 24, 32, 39, 46, 52, 59, 65, 72, 78, 84},
		{10, 16, 21, 26, 31, 35, 40, 44, 48, 52, 56},
		{8, 12, 16, 20, 23, 27, 30, 33, 36, 39, 43},
		{6, 10, 13, 16, 19, 21, 24, 27, 29, 32, 34},
	},
	"0.90": {
		{109, 181, 245, 305, 361, 415, 468, 519, 568, 616, 662},
		{88, 147, 200, 249, 295, 340, 384, 426, 468, 508, 548},
		{74, 124, 168, 210, 249, 288, 325, 362, 397, 432, 467},
		{64, 107, 145, 182, 216, 249, 282, 314, 345, 376, 406},
		{56, 94, 128, 160, 190, 220, 249, 277, 305, 332, 359},
		{50, 84, 114, 143, 170, 197, 223, 248, 273, 298, 322},
		{46, 76, 103, 129, 154, 178, 202, 225, 247, 270, 292},
		{42, 69, 94, 118, 141, 163, 184, 205, 226, 246, 267},
		{38, 64, 87, 108, 129, 150, 169, 189, 208, 227, 246},
		{35, 59, 80, 100, 120, 139, 157, 175, 193, 210, 228},
		{33, 55, 75, 93, 111, 129, 146, 163, 180, 196, 212},
		{31, 51, 70, 87, 104, 121, 137, 152, 168, 183, 198},
		{29, 48, 66, 82, 98, 113, 128, 143, 158, 172, 187},
		{26, 43, 59, 73, 87, 101, 115, 128, 141, 154, 167},
		{23, 39, 53, 66, 79, 91, 103, 115, 127, 139, 150},
		{19, 31, 43, 53, 63, 73, 83, 93, 102, 112, 121},
		{16, 26, 36, 44, 53, 61, 70, 78, 86, 94, 101},
		{12, 20, 27, 34, 40, 46, 53, 59, 65, 71, 76},
		{8, 13, 18, 23, 27, 31, 35, 39, 43, 47, 51},
		{6, 10, 14, 17, 20, 24, 27, 30, 33, 36, 39},
		{5, 8, 11, 14, 16, 19, 21, 24, 26, 29, 31},
	},
}

// quarters spells so many times 0.25 % as a rate.
func quarters(n int64) Rate { return Rate(big.NewRat(n, 400).FloatString(4)) }

func TestGuideSizesAreRegenerated(t *testing.T) {
	cells, equal, wrong := 0, 0, 0
	for risk, columns := range guideSizes {
		require.Len(t, columns, len(guideTolerable))
		for i, column := range columns {
			for j, printed := range column {
				tolerable, expected := guideTolerable[i], guideExpected[j]
				cell := fmt.Sprintf("risk %s, tolerable %.2f %%, expected %.2f %%", risk, float64(tolerable)/4, float64(expected)/4)
				s, err := Plan{Tolerable: quarters(tolerable), Expected: quarters(expected), Risk: risk}.Size()
				require.NoError(t, err, cell)
				cells++
				switch exact, known := misprints[cell]; {
				case printed == 0:
					require.EqualValues(t, 400, s.N, cell)
					require.EqualValues(t, 14, s.Acceptance, cell)
				case known:
					wrong++
					require.Equal(t, exact, s.N, cell)
					require.NotEqual(t, printed, s.N, cell)
					// The printed size does not meet the definition of the table.
					k := ratCeil(mul(big.NewRat(printed, 1), rat(t, quarters(expected))))
					require.Equal(t, 1, slowBinomial(k, printed, rat(t, quarters(tolerable))).Cmp(rat(t, risk)), cell)
				default:
					equal++
					require.Equal(t, printed, s.N, cell)
				}
			}
		}
	}
	require.Equal(t, 392, cells)
	require.Equal(t, 389, equal)
	require.Equal(t, len(misprints), wrong)
}

func TestGuideLimitsAreRegenerated(t *testing.T) {
	cells := 0
	for confidence, rows := range guideLimits {
		require.Len(t, rows, len(guideItems))
		for i, row := range rows {
			require.Len(t, row, 11)
			for k, printed := range row {
				l, err := Evaluate(Result{N: guideItems[i], Deviations: int64(k)}, confidence)
				require.NoError(t, err)
				require.Equal(t, Rate(big.NewRat(printed, 1000).FloatString(3)), RoundUp(l.Upper, 3), "%s: %d of %d", confidence, k, guideItems[i])
				cells++
			}
		}
	}
	require.Equal(t, 462, cells)
}
