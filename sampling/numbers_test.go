package sampling

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"
)

// The numbers of vector V5 of the protocol, which Python and Node computed.
func TestNumbersVector(t *testing.T) {
	s, err := Draw(items(10, "A-%02d"), Request{Context: "ENG-2025-014/CC6.1/access-review/T1", Method: Systematic, Size: 4, Beacon: "dice/20d10"},
		Randomness{Bytes: v1Randomness})
	require.NoError(t, err)
	require.EqualValues(t, "22a3398d153ce019e2e2de1bccbb50ea2d1b1df115cc215a307b8de5eb47bec4", s.Seed)
	for _, c := range []struct {
		m    uint64
		want []uint64
	}{
		{6, []uint64{5, 2, 0, 0, 4, 2, 1, 3, 4, 5}},
		{1<<63 + 1, []uint64{3764707459259806293, 8813464131775884823, 1017377946323016125, 2765926556857568226}}, // three words are passed over
		{10, []uint64{9}}, // where its own sample starts
		{1, []uint64{0, 0}},
	} {
		numbers, err := s.Numbers()
		require.NoError(t, err)
		require.Zero(t, numbers.Below(0))
		for i, want := range c.want {
			require.Equal(t, want, numbers.Below(c.m), "%d %d", c.m, i)
		}
	}
}

func TestNumbersRefuse(t *testing.T) {
	pending, err := Commit(items(10, "A-%02d"), Request{Context: "ENG/T1", Size: 3, ReserveSize: 1, Beacon: "dice/20d10"})
	require.NoError(t, err)
	_, err = pending.Numbers()
	require.EqualError(t, err, "sampling: numbers: the record is pending; a record with the randomness of its beacon expected")
	drawn, err := pending.Draw(items(10, "A-%02d"), v1Randomness)
	require.NoError(t, err)
	numbers, err := drawn.Numbers()
	require.NoError(t, err)
	require.Less(t, numbers.Below(7), uint64(7))

	for want, change := range map[string]func(*Selection){
		"commitment": func(s *Selection) { s.Context = "ENG/T2" },
		"seed":       func(s *Selection) { s.Randomness = HexOf(v1Randomness[1:]) },
	} {
		s := drawn
		change(&s)
		_, err := s.Numbers()
		var m *MismatchError
		require.True(t, errors.As(err, &m), "%v", err)
		require.Equal(t, want, m.Field)
	}
	bad := drawn
	bad.Size, bad.Beacon, bad.Seed = 0, "", "ab"
	_, err = bad.Numbers()
	for _, path := range []string{"/size", "/beacon", "/seed", "/sample"} {
		require.ErrorContains(t, err, path)
	}
	require.Zero(t, new(Numbers).Below(5))
	require.Zero(t, (*Numbers)(nil).Below(5))
}
