using Moq;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Digests;

public sealed class TrendBookTests
{
    private static readonly Period October = new(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1));
    private static readonly Department It = Named("IT");
    private static readonly Department Sales = Named("Sales");
    private static readonly Department Legal = Named("Legal");
    private readonly Mock<IDigestSource> source = new();

    public TrendBookTests()
    {
        source.Setup(s => s.OrganisationAsync(default)).ReturnsAsync(new Organisation { Id = It.OrganisationId, Name = "Acme", TimeZone = "Europe/Zurich" });
        source.Setup(s => s.SizesAsync(default)).ReturnsAsync(new Dictionary<Guid, int> { [It.Id] = 9, [Sales.Id] = 6, [Legal.Id] = 2 });
        source.Setup(s => s.FlowsAsync(Moq.It.IsAny<Period>(), Moq.It.IsAny<Guid?>(), default)).ReturnsAsync([]);
        source.Setup(s => s.AskCountsAsync(Moq.It.IsAny<DateTimeOffset>(), Moq.It.IsAny<DateTimeOffset>(), Moq.It.IsAny<Guid?>(), default)).ReturnsAsync([]);
        source.Setup(s => s.FlowsAsync(October, Moq.It.IsAny<Guid?>(), default)).ReturnsAsync(
            [new FlowSum(It.Id, Sales.Id, 8, 0, 1, 0), new FlowSum(Sales.Id, It.Id, 1, 3, 0, 0), new FlowSum(Legal.Id, Sales.Id, 5, 5, 5, 0)]);
        source.Setup(s => s.AskCountsAsync(new DateTimeOffset(2026, 9, 30, 22, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 31, 23, 0, 0, TimeSpan.Zero), Moq.It.IsAny<Guid?>(), default))
            .ReturnsAsync([new FlowSum(Sales.Id, It.Id, 0, 0, 0, 4), new FlowSum(Sales.Id, Legal.Id, 0, 0, 0, 4)]);
    }

    [Fact]
    public async Task Periods_of_the_same_length_end_with_the_latest()
    {
        var trend = await TrendAsync(null);

        Assert.Equal(["2026-08", "2026-09", "2026-10"], trend.Select(point => $"{point.Period.From:yyyy-MM}"));
        Assert.Equal(0, trend[0].Totals.Given.Helps);
    }

    [Fact]
    public async Task What_a_digest_keeps_back_is_in_no_trend_either()
    {
        var october = (await TrendAsync(null))[^1].Totals;

        Assert.Equal((9, 3, 4), (october.Given.Helps, october.Given.Thanks, october.Given.Asks));
        Assert.Equal(3.0 / 9, october.ThankRate);
        Assert.Empty(await TrendAsync(Legal));
    }

    [Fact]
    public async Task A_departments_trend_is_from_its_side()
    {
        var october = (await TrendAsync(It))[^1].Totals;

        Assert.Equal((8, 1, 3, 4), (october.Given.Helps, october.Received.Helps, october.Received.Thanks, october.Received.Asks));
    }

    private Task<IReadOnlyList<TrendPoint>> TrendAsync(Department? department) => new TrendBook(source.Object).WriteAsync(October, 3, department, new DigestRules(5), default);

    private static Department Named(string name) => new() { Id = new Guid(name.Length, 0, 0, new byte[8]), OrganisationId = Guid.Empty, Name = name, Handle = name };
}
