using System.Collections.Frozen;
using RelateBot.TestSupport.Slack.Methods;

namespace RelateBot.TestSupport.Slack;

/// <summary>The Web API methods of the stand-in. Others return unknown_method.</summary>
internal static class SlackMethods
{
    private static readonly FrozenDictionary<string, SlackMethod> all = new[]
    {
        AuthTest.Method, TeamInfo.Method, TeamProfileGet.Method,
        ChatPostMessage.Method, ChatPostEphemeral.Method, ChatUpdate.Method, ChatDelete.Method, ChatGetPermalink.Method,
        ConversationsOpen.Method, ConversationsHistory.Method, ConversationsInfo.Method, ConversationsJoin.Method, ConversationsList.Method,
        UsersInfo.Method, UsersList.Method, UsersProfileGet.Method, UsersLookupByEmail.Method,
        UsergroupsList.Method, UsergroupsUsersList.Method,
        ViewsOpen.Method, ViewsUpdate.Method, ViewsPublish.Method,
        ReactionsAdd.Method,
    }.ToFrozenDictionary(m => m.Name, StringComparer.Ordinal);

    public static SlackMethod? Find(string name) => all.GetValueOrDefault(name);
}
