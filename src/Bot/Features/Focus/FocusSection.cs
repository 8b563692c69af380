using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Focus;

/// <summary>Somebody's five on their home page.</summary>
public sealed class FocusSection(FocusViewReader viewReader) : IHomeSection
{
    public string Name => "five";

    public async Task<ChatSection?> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken) =>
        FocusMessages.Section(await viewReader.OfAsync(person, cancellationToken));
}
