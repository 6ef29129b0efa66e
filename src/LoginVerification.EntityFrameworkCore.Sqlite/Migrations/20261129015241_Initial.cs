using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LoginVerification.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LoginVerificationEnrolments",
                columns: table => new
                {
                    Account = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Enrolment = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    PendingLapsesAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Snapshot = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoginVerificationEnrolments", x => x.Account);
                });

            migrationBuilder.CreateTable(
                name: "LoginVerificationErasures",
                columns: table => new
                {
                    Account = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoginVerificationErasures", x => new { x.Account, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "LoginVerificationEvents",
                columns: table => new
                {
                    Account = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoginVerificationEvents", x => new { x.Account, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "LoginVerificationNumbers",
                columns: table => new
                {
                    Account = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Number = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    IsHeld = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOptedOut = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoginVerificationNumbers", x => new { x.Account, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "LoginVerificationOutbox",
                columns: table => new
                {
                    Account = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Enrolment = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    Effect = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Claim = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoginVerificationOutbox", x => new { x.Account, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "LoginVerificationSealingKeys",
                columns: table => new
                {
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Check = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ResealedTo = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    CleanAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsComplete = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoginVerificationSealingKeys", x => x.KeyId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LoginVerificationEnrolments_PendingLapsesAt",
                table: "LoginVerificationEnrolments",
                column: "PendingLapsesAt",
                filter: "\"PendingLapsesAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LoginVerificationNumbers_Number",
                table: "LoginVerificationNumbers",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_LoginVerificationOutbox_DueAt",
                table: "LoginVerificationOutbox",
                column: "DueAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LoginVerificationEnrolments");

            migrationBuilder.DropTable(
                name: "LoginVerificationErasures");

            migrationBuilder.DropTable(
                name: "LoginVerificationEvents");

            migrationBuilder.DropTable(
                name: "LoginVerificationNumbers");

            migrationBuilder.DropTable(
                name: "LoginVerificationOutbox");

            migrationBuilder.DropTable(
                name: "LoginVerificationSealingKeys");
        }
    }
}
