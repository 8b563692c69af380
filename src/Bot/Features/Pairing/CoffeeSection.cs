using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>The state of coffees on the home page, for people who participate. Other people don't see it.</summary>
public sealed class CoffeeSection(PairingMembership membership) : IHomeSection
{
    public string Name => "coffee";

    public async Task<ChatSection?> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken) =>
        CoffeeMessages.Section(await membership.StateAsync(person, cancellationToken));
}
