using RelateBot.Bot.Chat;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>What an activity is to the rest of the bot.</summary>
internal static class TeamsRequests
{
    private const int LongestKey = 400;

    public static ChatRequest Of(Workspace workspace, Activity activity, ChatInput input, TeamsReplyAddress address, params ReadOnlySpan<string> moreKeys) => new()
    {
        Workspace = workspace,
        Sender = new ChatSender(PersonOf(activity), activity.From!.Name),
        Input = input,
        DeliveryKeys = [Fit($"activity:{activity.Conversation!.Id}:{activity.Id}"), .. moreKeys.ToArray().Select(Fit)],
        ReplyAddress = address.Encode(),
    };

    public static TeamsReplyAddress AddressOf(Activity activity) => new()
    {
        Conversation = activity.Conversation!.Id,
        Person = PersonOf(activity),
        Account = activity.From!.Id,
        ServiceUrl = activity.ServiceUrl!,
        IsShared = !activity.IsPersonal,
    };

    private static string PersonOf(Activity activity) => activity.From!.AadObjectId ?? activity.From.Id;

    private static string Fit(string key) => key.Length <= LongestKey ? key
        : $"hash:{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)))}";
}
