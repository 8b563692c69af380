using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Teams.Activities;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>Handles the message extension's search for offers, which can be inserted into a chat. No one is mentioned.</summary>
public sealed class SearchInvokeHandler(RequestPipeline pipeline)
{
    public const string FindHelp = "find_help";

    /// <summary>The name of the only parameter.</summary>
    public const string Words = "words";

    private const string Nothing = "Nobody offers that yet. A department's name, a topic or a colleague's name finds what is offered.";

    public async Task<TeamsEndpointResult> QueryAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (Read(activity) is not { CommandId: FindHelp } query)
        {
            return TeamsEndpointResult.NotImplemented;
        }

        var words = query.Parameters?.FirstOrDefault(parameter => parameter.Name == Words)?.Value ?? "";

        // A search changes nothing, so it reserves no key.
        var request = TeamsRequestMapper.Of(workspace, activity, new ChatInput.Search(words), TeamsRequestMapper.AddressOf(activity)) with
        {
            ReplyAddress = null,
            DeliveryKeys = []
        };
        var response = await pipeline.HandleAsync(request, cancellationToken) is ChatReply.Found { Items: { IsEmpty: false } items }
            ? MessagingExtensionResponse.Of([.. items.Select(Draw)])
            : MessagingExtensionResponse.Of(Nothing);
        return TeamsEndpointResult.Of(response, TeamsJson.Wire.MessagingExtensionResponse);
    }

    private static MessagingExtensionResponse.Found Draw(ChatSearchResult finding) => new(
        CardRenderer.Render(finding.Message, FrozenDictionary<Guid, string>.Empty),
        new MessagingExtensionResponse.Found.PreviewOf(new MessagingExtensionResponse.ThumbnailCard(
            CardText.Short(finding.Title, CardLimits.Title), WebUtility.HtmlEncode(CardText.Short(finding.Text, CardLimits.Summary)))));

    private static MessagingExtensionQuery? Read(Activity activity)
    {
        try
        {
            return activity.Value?.Deserialize(TeamsJson.Wire.MessagingExtensionQuery);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
