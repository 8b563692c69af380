using System.Text.Json.Serialization;

namespace RelateBot.Bot.Chat;

/// <summary>A run of text in an outgoing message. Text is data: a platform escapes it and never reads markup in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Plain), "text")]
[JsonDerivedType(typeof(Bold), "bold")]
[JsonDerivedType(typeof(PersonRef), "person")]
[JsonDerivedType(typeof(DepartmentRef), "department")]
[JsonDerivedType(typeof(Link), "link")]
public abstract record ChatSpan
{
    private ChatSpan()
    {
    }

    /// <summary>Words as they are; line breaks are kept.</summary>
    public sealed record Plain(string Text) : ChatSpan;

    /// <summary>Words that stand out.</summary>
    public sealed record Bold(string Text) : ChatSpan;

    /// <summary>A person: a mention where the platform knows them, else the name.</summary>
    public sealed record PersonRef(Guid Id, string Name) : ChatSpan;

    /// <summary>A department, by name; never a mention, so that nobody's whole team is paged.</summary>
    public sealed record DepartmentRef(Guid Id, string Name) : ChatSpan;

    /// <summary>A web address behind words.</summary>
    public sealed record Link(string Url, string Label) : ChatSpan;
}
