using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>How coffees stand, on the home page of those who take part. Nobody else is asked to there.</summary>
public sealed class CoffeeSection(PairingMembership membership) : IHomeSection
{
    public string Name => "coffee";

    public async Task<ChatSection?> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken) =>
        CoffeeMessages.Section(await membership.StateAsync(person, cancellationToken));
}
