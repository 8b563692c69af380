using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>What a person gave recently.</summary>
public sealed class GivenSection(ILedger ledger, ActReader actReader, HomeMessages messages) : ExchangeSection(actReader, messages)
{
    public const string SectionName = "given";

    public override string Name => SectionName;

    protected override Task<IReadOnlyList<ActPosition>> PlacesAsync(
        Person person,
        ActPosition? before,
        int limit,
        CancellationToken cancellationToken) =>
        ledger.LatestGivenAsync(person.Id, before, limit, cancellationToken);
}
