using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>How coffees stand, on the home page of those who take part. Nobody else is asked to there.</summary>
public sealed class CoffeeSection(PairingBook book) : IHomeSection
{
    public string Name => "coffee";

    public async Task<ChatSection?> DrawAsync(Person person, HomePages pages, CancellationToken cancellationToken) =>
        CoffeeMessages.Section(await book.StateAsync(person, cancellationToken));
}
