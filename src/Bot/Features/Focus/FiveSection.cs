using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Focus;

/// <summary>Somebody's five on their home page.</summary>
public sealed class FiveSection(FiveViews views) : IHomeSection
{
    public string Name => "five";

    public async Task<ChatSection?> DrawAsync(Person person, HomePages pages, CancellationToken cancellationToken) =>
        FiveMessages.Section(await views.OfAsync(person, cancellationToken));
}
