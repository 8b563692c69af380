using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Focus;

/// <summary>The focus list on its owner's home page.</summary>
public sealed class FocusSection(FocusViewReader viewReader) : IHomeSection
{
    public string Name => "five";

    public async Task<ChatSection?> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken) =>
        FocusMessages.Section(await viewReader.OfAsync(person, cancellationToken));
}
