package criteria

// The common criteria. [Get] tells what each criterion is about.
const (
	CC1_1 ID = "CC1.1"
	CC1_2 ID = "CC1.2"
	CC1_3 ID = "CC1.3"
	CC1_4 ID = "CC1.4"
	CC1_5 ID = "CC1.5"

	CC2_1 ID = "CC2.1"
	CC2_2 ID = "CC2.2"
	CC2_3 ID = "CC2.3"

	CC3_1 ID = "CC3.1"
	CC3_2 ID = "CC3.2"
	CC3_3 ID = "CC3.3"
	CC3_4 ID = "CC3.4"

	CC4_1 ID = "CC4.1"
	CC4_2 ID = "CC4.2"

	CC5_1 ID = "CC5.1"
	CC5_2 ID = "CC5.2"
	CC5_3 ID = "CC5.3"

	CC6_1 ID = "CC6.1"
	CC6_2 ID = "CC6.2"
	CC6_3 ID = "CC6.3"
	CC6_4 ID = "CC6.4"
	CC6_5 ID = "CC6.5"
	CC6_6 ID = "CC6.6"
	CC6_7 ID = "CC6.7"
	CC6_8 ID = "CC6.8"

	CC7_1 ID = "CC7.1"
	CC7_2 ID = "CC7.2"
	CC7_3 ID = "CC7.3"
	CC7_4 ID = "CC7.4"
	CC7_5 ID = "CC7.5"

	CC8_1 ID = "CC8.1"

	CC9_1 ID = "CC9.1"
	CC9_2 ID = "CC9.2"
)

// The criteria for availability.
const (
	A1_1 ID = "A1.1"
	A1_2 ID = "A1.2"
	A1_3 ID = "A1.3"
)

// The criteria for confidentiality.
const (
	C1_1 ID = "C1.1"
	C1_2 ID = "C1.2"
)

// The criteria for processing integrity.
const (
	PI1_1 ID = "PI1.1"
	PI1_2 ID = "PI1.2"
	PI1_3 ID = "PI1.3"
	PI1_4 ID = "PI1.4"
	PI1_5 ID = "PI1.5"
)

// The criteria for privacy.
const (
	P1_1 ID = "P1.1"

	P2_1 ID = "P2.1"

	P3_1 ID = "P3.1"
	P3_2 ID = "P3.2"

	P4_1 ID = "P4.1"
	P4_2 ID = "P4.2"
	P4_3 ID = "P4.3"

	P5_1 ID = "P5.1"
	P5_2 ID = "P5.2"

	P6_1 ID = "P6.1"
	P6_2 ID = "P6.2"
	P6_3 ID = "P6.3"
	P6_4 ID = "P6.4"
	P6_5 ID = "P6.5"
	P6_6 ID = "P6.6"
	P6_7 ID = "P6.7"

	P7_1 ID = "P7.1"

	P8_1 ID = "P8.1"
)
