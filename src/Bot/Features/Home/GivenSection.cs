using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>What a person gave lately.</summary>
public sealed class GivenSection(ILedger ledger, Acts acts, HomeMessages messages) : ExchangeSection(acts, messages)
{
    public const string SectionName = "given";

    public override string Name => SectionName;

    protected override Task<IReadOnlyList<ActPlace>> PlacesAsync(Person person, ActPlace? before, int limit, CancellationToken cancellationToken) =>
        ledger.LatestGivenAsync(person.Id, before, limit, cancellationToken);
}
