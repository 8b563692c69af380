using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Relationships;

public sealed class FlowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-16T00:00:00Z", "2026-11-16")]
    [InlineData("2026-11-22T23:59:59Z", "2026-11-16")]
    [InlineData("2026-11-23T00:00:00Z", "2026-11-23")]
    [InlineData("2024-12-31T12:00:00Z", "2024-12-30")]
    [InlineData("2026-11-23T00:30:00+01:00", "2026-11-16")]
    public void A_week_is_named_by_its_monday_in_utc(string moment, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, null), Week.MondayOf(DateTimeOffset.Parse(moment, null)));

    [Fact]
    public void A_corrected_entry_leaves_the_flow_as_it_was()
    {
        var flow = new Flow
        {
            OrganisationId = Guid.Empty,
            Span = FlowSpan.Day,
            Start = default,
            FromDepartmentId = Guid.Empty,
            ToDepartmentId = Guid.Empty
        };
        foreach (var kind in Enum.GetValues<ExchangeKind>())
        {
            flow.Apply(Entry(kind));
        }

        Assert.Equal((1, 1, 1), (flow.Helps, flow.Thanks, flow.Kudos));
        foreach (var kind in Enum.GetValues<ExchangeKind>())
        {
            flow.Apply(Entry(kind).CreateCorrection(Now));
        }

        Assert.Equal((0, 0, 0), (flow.Helps, flow.Thanks, flow.Kudos));
    }

    private static Exchange Entry(ExchangeKind kind) => new()
    {
        Id = Guid.Empty, OrganisationId = Guid.Empty, ActId = Guid.Empty, Kind = kind, FromPersonId = Guid.Empty, Note = "", Values = [],
        Visibility = Visibility.Public, OccurredAt = Now, RecordedAt = Now, Source = "tests",
    };
}
